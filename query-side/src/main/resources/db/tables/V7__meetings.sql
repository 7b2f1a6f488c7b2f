create table meetings (
    id        uuid primary key,
    version   int  not null,
    position  bigint not null,
    body      uuid not null,
    status    text not null,
    starts_at timestamptz not null,
    place     text,
    mode      text,
    opened_on date,
    closed_on date,
    present   int,
    required  int,
    quorate   boolean
);

create index meetings_body on meetings (body, starts_at);

create table attendances (
    meeting     uuid not null,
    line        int  not null,
    version     int  not null,
    institution uuid,
    person      uuid,
    role        text not null,
    primary key (meeting, line)
);

create index attendances_institution on attendances (institution);
