-- Letters in and out of case files, and who has each since when.

create table correspondence (
    case_file      uuid not null,
    correspondence uuid not null,
    version        int  not null,
    direction      text not null,
    institution    uuid not null,
    reference      text,
    subject        text not null,
    happened_on    date not null,
    due_on         date,
    held_by        uuid,
    held_since     date,
    settled_on     date,
    search         text not null,
    primary key (case_file, correspondence)
);

create index correspondence_institution on correspondence (institution);
create index correspondence_held_by on correspondence (held_by);
