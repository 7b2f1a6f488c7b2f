-- What commands must know of actions: that they exist, and which go by the periods of a plan.

create table journal.action (
    id         uuid    primary key,
    plan       uuid    references journal.plan,
    by_periods boolean not null
);

create index action_by_periods on journal.action (plan) where by_periods;
