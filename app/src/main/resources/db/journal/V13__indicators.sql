-- What commands must know of indicators: that they exist, and which have targets for the periods of a plan.

create table journal.indicator (
    id         uuid    primary key,
    plan       uuid,
    by_periods boolean not null
);

create index indicator_by_periods on journal.indicator (plan) where by_periods;
