create table case_files (
    id          uuid   primary key,
    version     int    not null,
    position    bigint not null,
    status      text   not null,
    title       text   not null,
    body        uuid,
    coordinator uuid,
    opened_on   date   not null,
    resolved_on date,
    closed_on   date,
    resolved_by uuid,
    search      text   not null
);

create index case_files_body on case_files (body);
create index case_files_coordinator on case_files (coordinator);
create index case_files_resolved_by on case_files (resolved_by);

-- An id is that of one item only, so what kind of item it is need not be said.
create table case_file_links (
    case_file uuid not null,
    line      int  not null,
    version   int  not null,
    item      uuid,
    document  text,
    since     date not null,
    primary key (case_file, line)
);

create index case_file_links_item on case_file_links (item);
create index case_file_links_document on case_file_links (document);

create table case_file_awaitings (
    case_file   uuid not null,
    awaiting    uuid not null,
    version     int  not null,
    institution uuid not null,
    asked_on    date not null,
    due_on      date,
    answered_on date,
    primary key (case_file, awaiting)
);

create index case_file_awaitings_institution on case_file_awaitings (institution);
