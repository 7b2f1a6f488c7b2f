-- Status depends on the day it is asked for: the dates that decide it are kept, not the status.
create table agreements (
    id             uuid primary key,
    version        int     not null,
    position       bigint  not null,
    folio          text    not null,
    kind           text    not null,
    title          text    not null,
    adoption       text,
    agreed_on      date    not null,
    meeting        uuid,
    item           uuid,
    body           uuid,
    valid_from     date,
    valid_until    date,
    in_force_since date,
    suspended      boolean not null,
    end_status     text,
    ended_on       date,
    superseded_by  uuid,
    class          text    not null,
    reserved_until date,
    search         text    not null
);

create index agreements_body on agreements (body);
create index agreements_meeting on agreements (meeting);

create table agreement_parties (
    agreement   uuid    not null,
    version     int     not null,
    institution uuid    not null,
    must_sign   boolean not null,
    must_ratify boolean not null,
    signed_on   date,
    ratified_on date,
    primary key (agreement, institution)
);

create index agreement_parties_institution on agreement_parties (institution);

create table agreement_actions (
    agreement uuid not null,
    version   int  not null,
    action    uuid not null,
    since     date not null,
    primary key (agreement, action)
);

create index agreement_actions_action on agreement_actions (action);
