-- What was ever assumed of a node of a plan's outline: what a risk may watch.

create table journal.plan_assumption (
    plan       uuid not null references journal.plan,
    node       uuid not null,
    assumption uuid not null,
    primary key (plan, node, assumption)
);
