-- How the legal review of a draft stands, to whom a pronouncement is addressed, what an instrument provides for, what it is to others.

alter table agreements
    add column review              text,
    add column reviewer            uuid,
    add column review_submitted_on date,
    add column review_ended_on     date;

create table agreement_addressees (
    agreement   uuid not null,
    version     int  not null,
    place       int  not null,
    institution uuid,
    name        text,
    primary key (agreement, place)
);

create index agreement_addressees_institution on agreement_addressees (institution);

create table agreement_clauses (
    agreement uuid not null,
    version   int  not null,
    clause    uuid not null,
    kind      text not null,
    primary key (agreement, clause)
);

create table agreement_relations (
    agreement uuid not null,
    version   int  not null,
    place     int  not null,
    kind      text not null,
    other     uuid not null,
    since     date not null,
    primary key (agreement, place)
);

create index agreement_relations_other on agreement_relations (other);
