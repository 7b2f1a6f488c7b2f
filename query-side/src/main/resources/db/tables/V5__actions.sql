-- What is on record of each action. Whether it is overdue depends on the day it is asked for: kept are the date and
-- whether something is still owed. Room is left on each page: rows are rewritten with each record of their action, and
-- where they stay on their page no index is.
create table actions (
    id              uuid primary key,
    version         int     not null,
    position        bigint  not null,
    plan            uuid,
    body            uuid,
    node            uuid,
    number          text,
    title           text    not null,
    status          text    not null,
    periods         text[]  not null,
    from_on         date,
    due_on          date,
    baseline_due_on date,
    lead            uuid,
    percent         int,
    reported_on     date,
    -- a binding commitment is neither delivered nor verified, and the action is not cancelled
    owed            boolean not null,
    blocked         boolean not null,
    unassigned      boolean not null,
    agreements      uuid[]  not null,
    recommendations uuid[]  not null,
    territory       text[]  not null,
    proposed_on     date    not null,
    -- numbers in the order in which people count: 2 before 10
    number_key      text    not null,
    search          text    not null
) with (fillfactor = 70);

create index actions_plan on actions (plan, number_key);
create index actions_body on actions (body);
create index actions_due_on on actions (due_on);
create index actions_agreements on actions using gin (agreements);

-- Who owes what, by when: one row per commitment, with what is needed of its action.
create table commitments (
    id              uuid primary key,
    version         int     not null,
    action          uuid    not null,
    plan            uuid,
    body            uuid,
    number          text,
    title           text    not null,
    action_status   text    not null,
    institution     uuid    not null,
    role            text    not null,
    status          text    not null,
    assigned_on     date    not null,
    accepted        text,
    percent         int,
    reported_on     date,
    delivered_on    date,
    finding         text,
    ended_on        date,
    due_on          date,
    baseline_due_on date,
    owed            boolean not null,
    blocked         boolean not null,
    territory       text[]  not null,
    search          text    not null
) with (fillfactor = 70);

create index commitments_action on commitments (action);
create index commitments_institution on commitments (institution, due_on);
create index commitments_due_on on commitments (due_on);

-- The plan by quarter: one row per action, marked period (or none, when it goes by dates) and institution (or none).
create table timeline (
    id            uuid primary key,
    version       int     not null,
    action        uuid    not null,
    plan          uuid,
    body          uuid,
    period        text,
    number        text,
    number_key    text    not null,
    title         text    not null,
    action_status text    not null,
    institution   uuid,
    role          text,
    status        text,
    percent       int,
    from_on       date,
    due_on        date,
    owed          boolean not null
) with (fillfactor = 70);

create index timeline_action on timeline (action);
create index timeline_plan on timeline (plan, period);
create index timeline_institution on timeline (institution);
