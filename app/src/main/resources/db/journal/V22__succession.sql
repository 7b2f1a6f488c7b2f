-- What became of institutions, and in which actions each has held a commitment: where to look when others take its place.

create table journal.succession (
    institution  uuid   primary key references journal.institution,
    succeeded_on date   not null,
    successors   uuid[] not null
);

create table journal.holding (
    institution uuid not null,
    action      uuid not null,
    primary key (institution, action)
);

insert into journal.succession (institution, succeeded_on, successors)
select e.aggregate_id, (p ->> 'effectiveOn')::date, array(select distinct s::uuid from jsonb_array_elements_text(p -> 'successors') s)
from journal.event e, lateral (select convert_from(e.payload, 'UTF8')::jsonb as p) as payload
where e.type = 'InstitutionSucceeded';

insert into journal.holding (institution, action)
select distinct (r ->> 'institution')::uuid, e.aggregate_id
from journal.event e, jsonb_array_elements(convert_from(e.payload, 'UTF8')::jsonb -> 'responsible') r
where e.type = 'ActionProposed'
union
select distinct (convert_from(e.payload, 'UTF8')::jsonb ->> 'institution')::uuid, e.aggregate_id
from journal.event e where e.type = 'ResponsibleAssigned';
