-- To which bodies and plans each item belongs and which institutions have a part in it: what an account may do depends on it.

create function pg_temp.payload(e journal.event) returns jsonb language sql return convert_from(e.payload, 'UTF8')::jsonb;

-- What the first record of an item says, as it was last rectified.
create function pg_temp.first_says(e journal.event) returns jsonb language sql return coalesce(
    (select pg_temp.payload(r) -> 'replacement' -> e.type from journal.event r
     where r.aggregate_id = e.aggregate_id and r.type = 'Rectified' and (pg_temp.payload(r) ->> 'record')::int = 1 and pg_temp.payload(r) -> 'replacement' ? e.type
     order by r.sequence_number desc limit 1),
    pg_temp.payload(e));

alter table journal.body add column parent uuid;
update journal.body b set parent = (pg_temp.first_says(e) ->> 'parent')::uuid
from journal.event e where e.aggregate_id = b.id and e.sequence_number = 0;

alter table journal.agreement add column body uuid;
update journal.agreement a set body = (pg_temp.first_says(e) ->> 'body')::uuid
from journal.event e where e.aggregate_id = a.id and e.sequence_number = 0;

create table journal.agreement_party (
    agreement   uuid not null,
    institution uuid not null,
    primary key (agreement, institution)
);

insert into journal.agreement_party (agreement, institution)
select e.aggregate_id, (p ->> 'institution')::uuid
from journal.event e, jsonb_array_elements(pg_temp.first_says(e) -> 'parties') p where e.type = 'AgreementRecorded'
union
select e.aggregate_id, (p ->> 'institution')::uuid
from journal.event e, jsonb_array_elements(pg_temp.payload(e) -> 'addParties') p where e.type = 'AddendumAdded';

-- Who was asked for its answer: addressees, and institutions that were consulted.
create table journal.agreement_asked (
    agreement   uuid not null,
    institution uuid not null,
    primary key (agreement, institution)
);

insert into journal.agreement_asked (agreement, institution)
select e.aggregate_id, (a ->> 'institution')::uuid
from journal.event e, jsonb_array_elements(pg_temp.first_says(e) -> 'addressees') a where e.type = 'AgreementRecorded' and a ? 'institution'
union
select e.aggregate_id, (a ->> 'institution')::uuid
from journal.event e, jsonb_array_elements(pg_temp.payload(e) -> 'addressees') a where e.type = 'DraftRevised' and a ? 'institution'
union
select e.aggregate_id, i::uuid
from journal.event e, jsonb_array_elements_text(pg_temp.payload(e) -> 'institutions') i where e.type = 'InstitutionsConsulted';

-- The day for which it was convened; it may be held on another.
alter table journal.meeting add column convened_for date;
update journal.meeting m set convened_for = (
    select (pg_temp.payload(e) ->> 'startsAt')::timestamptz::date from journal.event e
    where e.aggregate_id = m.id and e.type in ('MeetingConvened', 'MeetingPostponed') order by e.sequence_number desc limit 1);

alter table journal.case_file add column body uuid, add column coordinator uuid;
update journal.case_file c set body = (pg_temp.first_says(e) ->> 'body')::uuid, coordinator = coalesce(
    (select (pg_temp.payload(a) ->> 'institution')::uuid from journal.event a
     where a.aggregate_id = c.id and a.type = 'CoordinatorAssigned' order by a.sequence_number desc limit 1),
    (pg_temp.first_says(e) ->> 'coordinator')::uuid)
from journal.event e where e.aggregate_id = c.id and e.sequence_number = 0;

create table journal.awaited_answer (
    case_file   uuid not null,
    id          uuid not null,
    institution uuid not null,
    primary key (case_file, id)
);

insert into journal.awaited_answer (case_file, id, institution)
select e.aggregate_id, (pg_temp.payload(e) ->> 'awaiting')::uuid, (pg_temp.payload(e) ->> 'institution')::uuid
from journal.event e where e.type = 'AnswerAwaited';

alter table journal.indicator add column body uuid;
update journal.indicator i set body = (pg_temp.first_says(e) ->> 'body')::uuid
from journal.event e where e.aggregate_id = i.id and e.sequence_number = 0;

create table journal.risk (
    id   uuid primary key,
    plan uuid,
    body uuid
);

insert into journal.risk (id, plan, body)
select e.aggregate_id, (pg_temp.first_says(e) ->> 'plan')::uuid, (pg_temp.first_says(e) ->> 'body')::uuid
from journal.event e where e.type = 'RiskRegistered';

-- What is part of what: the item of that kind, and what it belongs to.
create view journal.belongs (kind, item, to_kind, to_item) as
select 'body', id, 'body', parent from journal.body where parent is not null
union all select 'plan', id, 'body', body from journal.plan where body is not null
union all select 'action', id, 'plan', plan from journal.action where plan is not null
union all select 'action', id, 'agreement', agreement from journal.action where agreement is not null
union all select 'agreement', id, 'body', body from journal.agreement where body is not null
union all select 'agreement', id, 'meeting', meeting from journal.agreement where meeting is not null
union all select 'meeting', id, 'body', body from journal.meeting
union all select 'case-file', id, 'body', body from journal.case_file where body is not null
union all select 'indicator', id, 'plan', plan from journal.indicator where plan is not null
union all select 'indicator', id, 'body', body from journal.indicator where body is not null
union all select 'risk', id, 'plan', plan from journal.risk where plan is not null
union all select 'risk', id, 'body', body from journal.risk where body is not null;

-- The institutions that have a part in an item: a commitment, a signature or an answer, a seat on the day of the meeting.
create view journal.has_part (kind, item, institution) as
select 'action', action, institution from journal.holding
union all select 'agreement', agreement, institution from journal.agreement_party
union all select 'agreement', agreement, institution from journal.agreement_asked
union all select 'agreement', a.id, s.institution
    from journal.agreement a left join journal.meeting m on m.id = a.meeting join journal.seat s on s.body = coalesce(a.body, m.body)
    where s.institution is not null and s.held_from <= a.recorded_on and (s.held_until is null or s.held_until >= a.recorded_on)
        and (s.vacated_on is null or s.vacated_on > a.recorded_on)
union all select 'meeting', m.id, s.institution
    from journal.meeting m join journal.seat s on s.body = m.body
    where s.institution is not null and s.held_from <= coalesce(m.opened_on, m.convened_for)
        and (s.held_until is null or s.held_until >= coalesce(m.opened_on, m.convened_for))
        and (s.vacated_on is null or s.vacated_on > coalesce(m.opened_on, m.convened_for))
union all select 'case-file', id, coordinator from journal.case_file where coordinator is not null
union all select 'case-file', case_file, institution from journal.awaited_answer;
