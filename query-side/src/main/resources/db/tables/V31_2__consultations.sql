-- Whose answer was asked for, and when it came; which addendum a legal review is of.

alter table agreements add column review_addendum int;

create table agreement_awaitings (
    agreement    uuid not null,
    version      int  not null,
    place        int  not null,
    consultation uuid,
    institution  uuid,
    name         text,
    asked_on     date not null,
    due_on       date,
    answered_on  date,
    response     text,
    primary key (agreement, place)
);

create index agreement_awaitings_institution on agreement_awaitings (institution) where answered_on is null;
