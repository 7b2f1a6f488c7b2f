-- What of an item is with an institution for it to do something about: a letter of a case file, a text under legal review.
-- Its liaison may; those with whom it was keep their part in the item.

create table journal.entrusted (
    kind        text    not null,
    item        uuid    not null,
    -- the letter or the addendum; the agreement itself where its own text is reviewed
    part        uuid    not null,
    institution uuid    not null,
    still       boolean not null,
    primary key (item, part, institution)
);

create or replace function pg_temp.payload(e journal.event) returns jsonb language sql return convert_from(e.payload, 'UTF8')::jsonb;

-- What a record says, as it was last rectified; nothing when it is void.
create or replace function pg_temp.says(e journal.event) returns jsonb language sql return coalesce(
    (select coalesce(pg_temp.payload(r) -> 'replacement' -> e.type, '{}') from journal.event r
     where r.aggregate_id = e.aggregate_id and r.type = 'Rectified' and (pg_temp.payload(r) ->> 'record')::int = e.sequence_number + 1
     order by r.sequence_number desc limit 1),
    pg_temp.payload(e));

-- Each step of a letter or of a review, with the institution to which it takes it; without one it ends there.
with step as (
    select case when e.type like 'Correspondence%' then 'case-file' else 'agreement' end as kind, e.aggregate_id as item, e.sequence_number as n, e.type, pg_temp.says(e) as said
    from journal.event e
    where e.type in ('CorrespondenceRecorded', 'CorrespondenceForwarded', 'CorrespondenceSettled', 'LegalReviewSubmitted', 'LegalReviewCleared', 'ReturnedForChanges')
), stay as (
    select kind, item, coalesce(said ->> 'correspondence', said ->> 'addendum', item::text)::uuid as part, n, (said ->> 'effectiveOn')::date as since,
        (case type
            when 'CorrespondenceRecorded' then coalesce(said ->> 'heldBy', case said ->> 'direction' when 'outgoing' then said ->> 'institution' end)
            when 'CorrespondenceForwarded' then said ->> 'to'
            when 'LegalReviewSubmitted' then said ->> 'reviewer'
        end)::uuid as institution
    from step where said <> '{}'
), last as (
    select distinct on (item, part) item, part, institution from stay order by item, part, since desc, n desc
)
insert into journal.entrusted (kind, item, part, institution, still)
select distinct s.kind, s.item, s.part, s.institution, s.institution is not distinct from l.institution
from stay s join last l on l.item = s.item and l.part = s.part where s.institution is not null;

create or replace view journal.has_part (kind, item, institution) as
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
union all select 'case-file', case_file, institution from journal.awaited_answer
union all select kind, item, institution from journal.entrusted;
