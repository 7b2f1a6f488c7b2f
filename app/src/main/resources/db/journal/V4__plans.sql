-- What commands must know of plans: their codes, as people may write them; the dates of their periods; their outlines.

create table journal.plan (
    id        uuid primary key,
    code      text not null,
    code_key  text not null constraint plan_code_taken unique,
    body      uuid,
    closed_on date
);

create table journal.plan_period (
    plan     uuid not null references journal.plan,
    period   text not null,
    -- the day since when these dates hold; others that hold since an earlier day do not replace them
    since    date not null,
    from_on  date,
    until_on date,
    primary key (plan, period),
    check ((from_on is null) = (until_on is null))
);

create table journal.plan_node (
    plan           uuid    not null references journal.plan,
    node           uuid    not null,
    recommendation boolean not null,
    primary key (plan, node)
);
