-- What actions refer to: alignments, bodies to which they were escalated, actions before them.
alter table actions
    add column alignments   text[] not null default '{}',
    add column escalated_to uuid[] not null default '{}',
    add column predecessors uuid[] not null default '{}';

create index actions_predecessors on actions using gin (predecessors);

-- Codes in the institution's own operating plans.
alter table commitments add column poa text[] not null default '{}';

-- The last report of a commitment against each period.
create table reports (
    commitment  uuid not null,
    period      text not null,
    action      uuid not null,
    version     int  not null,
    percent     int,
    narrative   text,
    reported_on date not null,
    primary key (commitment, period)
) with (fillfactor = 70);

create index reports_action on reports (action);

-- The lines of funding, each with what was spent of it.
create table funding (
    action   uuid    not null,
    id       uuid    not null,
    version  int     not null,
    plan     uuid,
    source   text,
    funder   uuid,
    state    text    not null,
    amount   numeric not null,
    spent    numeric not null,
    currency text    not null,
    primary key (action, id)
) with (fillfactor = 70);

create index funding_plan on funding (plan);

-- What was spent, currency by currency, of a line or of none.
create table spent (
    action   uuid    not null,
    currency text    not null,
    version  int     not null,
    plan     uuid,
    amount   numeric not null,
    primary key (action, currency)
) with (fillfactor = 70);

create index spent_plan on spent (plan);
