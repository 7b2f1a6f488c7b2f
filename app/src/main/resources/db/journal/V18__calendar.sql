-- The dates that the calendar has put on record as passed: a due date, a last day of validity, the last day of a reserve.

create table journal.passed (
    item uuid not null,
    kind text not null check (kind in ('due-date', 'validity', 'reserve')),
    day  date not null,
    primary key (item, kind, day)
);

-- What db-scheduler keeps: when the calendar looks next, and which node is looking.

create table journal.scheduled_task (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

create index scheduled_task_execution_time on journal.scheduled_task (execution_time);
create index scheduled_task_last_heartbeat on journal.scheduled_task (last_heartbeat);
