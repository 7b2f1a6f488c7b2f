create table risks (
    id              uuid primary key,
    version         int    not null,
    position        bigint not null,
    scenario        text   not null,
    status          text   not null,
    plan            uuid,
    body            uuid,
    registered_on   date   not null,
    reported_on     date,
    materialised_on date,
    closed_on       date,
    proposed        int    not null
);

create index risks_plan on risks (plan);
