-- What is withheld and from whom, and the database's own fence around it. Whoever reads says, by a setting of the
-- connection, which roles the reader holds; who says nothing sees what is public. The register's own work says '{register}'.

-- Which rules a class follows since when. A role in seen_by sees everything of the class; with ':scope', what concerns
-- the bodies or institutions for which it is held.
create table journal.class_rule (
    class       text        not null check (class in ('reserved', 'confidential')),
    since       date        not null,
    needs       text[]      not null check (needs <@ array['legal-basis', 'authority', 'resolution']),
    years       int         check (years > 0),
    extension   int         check (extension >= 0),
    seen_by     text[]      not null,
    recorded_by text        not null,
    recorded_at timestamptz not null default now(),
    primary key (class, since),
    check ((years is null) = (extension is null))
);

-- What was reserved before this register had rules may have been for longer: the limits hold from today on.
insert into journal.class_rule (class, since, needs, years, extension, seen_by, recorded_by)
select class, since, needs, years, extension,
       array['administrator', 'auditor', 'coordinator:scope', 'technical-secretariat:scope', 'facilitator:scope', 'liaison:scope'], 'system:classes'
from (values ('reserved', date '1900-01-01', array['legal-basis'], null, null), ('reserved', current_date, array['legal-basis'], 7, 5),
             ('confidential', date '1900-01-01', array[]::text[], null, null)) c (class, since, needs, years, extension);

-- How each item, part of one or single field is classified now. A row stays when it is public again: a classification
-- of an earlier day that is recorded later must not count.
create table journal.reserve (
    id          uuid    primary key default gen_random_uuid(),
    item        uuid    not null,
    kind        text    not null,
    part        uuid,
    field       text,
    class       text    not null check (class in ('public', 'reserved', 'confidential')),
    since       date    not null,
    began_on    date    not null,
    until_on    date,
    legal_basis text,
    authority   text,
    resolution  text,
    -- the bodies and institutions that it concerns
    scopes      uuid[]  not null,
    -- the names under which events hold the field
    keys        text[]  not null default '{}',
    -- a deliberation under way is reserved until its decision, whatever else is said of it
    by_itself   boolean not null default false,
    lapsed      boolean not null default false,
    constraint reserve_of unique nulls not distinct (item, part, field)
);

create function journal.holdings() returns text[] stable parallel safe language sql
return coalesce(nullif(current_setting('constancia.holdings', true), '')::text[], '{}');

-- Without a day nothing has lapsed.
create function journal.today() returns date stable parallel safe language sql
return coalesce(nullif(current_setting('constancia.day', true), '')::date, '-infinity');

create function journal.is_register(holdings text[]) returns boolean immutable parallel safe language sql
return holdings = '{register}';

-- What who holds these roles sees of each class: everything, or what concerns these bodies and institutions. An
-- institution's people see what concerns a body in which it has a seat and more to do than to watch. Not in SQL: it would
-- be planned anew within each statement that is fenced.
create function journal.sight(holdings text[]) returns table (class text, everything boolean, bound uuid[]) stable rows 2 language plpgsql as $$
#variable_conflict use_column
begin return query
    with rule as (
        select distinct on (r.class) r.class, r.seen_by from journal.class_rule r where r.since <= greatest(journal.today(), date '1900-01-01')
        order by r.class, r.since desc),
    held as (
        select split_part(h, ':', 1) as role, nullif(split_part(h, ':', 2), '')::uuid as bound from unnest(holdings) h),
    seen as (
        select rule.class, held.bound, held.bound is null or split_part(s, ':', 2) = '' as everything
        from rule cross join unnest(rule.seen_by) s join held on held.role = split_part(s, ':', 1))
    select rule.class,
           journal.is_register(holdings) or coalesce(bool_or(seen.everything), false),
           coalesce(array_agg(distinct seen.bound) filter (where seen.bound is not null), '{}') || coalesce(array(
               select distinct seat.body from seen other join journal.seat on seat.institution = other.bound
               where other.class = rule.class and seat.role not in ('FRIEND', 'OBSERVER') and seat.vacated_on is null
                 and (seat.held_until is null or seat.held_until >= journal.today())), '{}')
    from rule left join seen on seen.class = rule.class
    group by rule.class;
end $$;

-- By the rule of which class it is decided who sees it.
create function journal.seen_as(r journal.reserve) returns text immutable parallel safe language sql
return case r.class when 'public' then 'reserved' else r.class end;

create function journal.is_withheld(r journal.reserve, everything boolean, bound uuid[]) returns boolean stable parallel safe language sql
return (r.by_itself or r.class <> 'public' and not r.lapsed and (r.until_on is null or r.until_on >= journal.today()))
    and not coalesce(everything, false) and not coalesce(r.scopes && bound, false);

-- What is hidden today from who holds these roles: items, parts of items, fields of either.
create function journal.withheld_from(holdings text[]) returns table (item uuid, part uuid, field text, keys text[]) stable language sql
begin atomic
    select r.item, r.part, r.field, r.keys
    from journal.reserve r left join journal.sight(holdings) s on s.class = journal.seen_as(r)
    where not journal.is_register(holdings) and journal.is_withheld(r, s.everything, s.bound);
end;

-- The same for the first fence, which asks on behalf of the reader that the question names.
create function journal.hidden(holdings text[]) returns table (item uuid, part uuid, field text, keys text[]) stable language sql
begin atomic
    select w.item, w.part, w.field, w.keys from journal.withheld_from(holdings) w;
end;

create function journal.hidden_items(holdings text[]) returns table (item uuid) stable language sql
begin atomic
    select h.item from journal.hidden(holdings) h where h.part is null and h.field is null;
end;

-- Of which item's part a record is. Outside the leaf: it follows from the payload.
alter table journal.event add column part uuid;

update journal.event e set part = (convert_from(payload, 'UTF8')::jsonb ->> 'deliberation')::uuid
where aggregate_type = 'meeting' and convert_from(payload, 'UTF8')::jsonb ? 'deliberation';

-- A rectification is of the part that the rectified record is of; one may rectify another.
do $$
begin
    loop
        update journal.event e set part = o.part
        from journal.event o
        where e.type = 'Rectified' and e.aggregate_type = 'meeting' and e.part is null and o.aggregate_id = e.aggregate_id
          and o.sequence_number = (convert_from(e.payload, 'UTF8')::jsonb ->> 'record')::bigint - 1 and o.part is not null;
        exit when not found;
    end loop;
end $$;

-- Texts under these names are covered, wherever they stand in the record.
create function journal.masked(value jsonb, keys text[]) returns jsonb immutable parallel safe language plpgsql as $$
begin
    return case jsonb_typeof(value)
        when 'object' then coalesce((
            select jsonb_object_agg(o.key, case when o.key = any (keys) and jsonb_typeof(o.value) = 'string' then to_jsonb(U&'\E000'::text)
                                                else journal.masked(o.value, keys) end)
            from jsonb_each(value) o), value)
        when 'array' then coalesce((select jsonb_agg(journal.masked(a.value, keys) order by a.ordinality)
            from jsonb_array_elements(value) with ordinality a), value)
        else value end;
end $$;

create function journal.masked(document bytea, keys text[]) returns bytea immutable parallel safe language sql
return convert_to(journal.masked(convert_from(document, 'UTF8')::jsonb, keys)::text, 'UTF8');

-- The journal as the reader of this connection may read it: hidden items are missing, of hidden parts only that there
-- is a record, hidden fields are covered, and with them the grounds of the item's records.
create view journal.readable_event with (security_barrier) as
with sight as materialized (select * from journal.sight(journal.holdings()))
select e.event_index, e.aggregate_type, e.aggregate_id, e.sequence_number, e.received_at, e.part, w.withheld, w.keys as masked,
       case when not w.withheld and w.keys = '{}' then e.event_id end as event_id,
       case when not w.withheld then e.type end as type,
       case when not w.withheld then e.revision end as revision,
       case when w.withheld then null when w.keys = '{}' then e.payload else journal.masked(e.payload, w.keys) end as payload,
       case when w.withheld then null when w.keys = '{}' then e.metadata else journal.masked(e.metadata, array['grounds']) end as metadata
from journal.event e
cross join lateral (
    select coalesce(bool_or(r.part is null and r.field is null), false) as gone,
           coalesce(bool_or(r.part = e.part and r.field is null), false) as withheld,
           coalesce(array_agg(k.key) filter (where k.key is not null), '{}') as keys
    from journal.reserve r left join sight s on s.class = journal.seen_as(r) left join lateral unnest(r.keys) k (key) on true
    where r.item = e.aggregate_id and (r.part is null or r.part = e.part) and journal.is_withheld(r, s.everything, s.bound)) w
where not w.gone;

-- The second fence. Where the application's role owned the tables it would not hold: then the register does not start.
-- Its functions are not in SQL either.
create function journal.concealed_items() returns setof uuid stable language plpgsql as $$
begin
    return query select w.item from journal.withheld_from(journal.holdings()) w where w.part is null and w.field is null;
end $$;

create function journal.concealed_parts() returns setof uuid stable language plpgsql as $$
begin
    return query select w.part from journal.withheld_from(journal.holdings()) w where w.part is not null;
end $$;

-- Of which something is covered that stands in several of their records.
create function journal.covered_items() returns setof uuid stable language plpgsql as $$
begin
    return query select w.item from journal.withheld_from(journal.holdings()) w where w.part is null;
end $$;

alter table journal.event enable row level security;
create policy appending on journal.event for insert with check (true);
create policy reading on journal.event for select using ((select journal.is_register(journal.holdings()))
    or aggregate_id not in (select journal.covered_items()) and (part is null or part not in (select journal.concealed_parts())));

alter table journal.agreement enable row level security;
create policy readable on journal.agreement
    using ((select journal.is_register(journal.holdings())) or id not in (select journal.concealed_items())) with check (true);
alter table journal.meeting enable row level security;
create policy readable on journal.meeting
    using ((select journal.is_register(journal.holdings())) or id not in (select journal.concealed_items())) with check (true);
alter table journal.case_file enable row level security;
create policy readable on journal.case_file
    using ((select journal.is_register(journal.holdings())) or id not in (select journal.concealed_items())) with check (true);

-- What was classified before: of each agreement the last classification, as it was corrected.
insert into journal.reserve (item, kind, class, since, began_on, until_on, legal_basis, scopes)
select distinct on (c.item) c.item, 'agreement', lower(c.json ->> 'classification'), (c.json ->> 'effectiveOn')::date, (c.json ->> 'effectiveOn')::date,
       (c.json ->> 'until')::date, c.json ->> 'legalBasis',
       array_remove(array[a.body], null) || array(select p.institution from journal.agreement_party p where p.agreement = a.id)
from (select e.aggregate_id as item, e.sequence_number, coalesce((
          select convert_from(r.payload, 'UTF8')::jsonb -> 'replacement' -> 'AgreementClassified' from journal.event r
          where r.aggregate_id = e.aggregate_id and r.type = 'Rectified' and (convert_from(r.payload, 'UTF8')::jsonb ->> 'record')::bigint = e.sequence_number + 1
          order by r.sequence_number desc limit 1), convert_from(e.payload, 'UTF8')::jsonb) as json
      from journal.event e where e.type = 'AgreementClassified') c
join journal.agreement a on a.id = c.item
order by c.item, (c.json ->> 'effectiveOn')::date desc, c.sequence_number desc;

insert into journal.reserve (item, kind, part, class, since, began_on, scopes, by_itself)
select d.meeting, 'deliberation', d.id, 'public', (convert_from(e.payload, 'UTF8')::jsonb ->> 'effectiveOn')::date,
       (convert_from(e.payload, 'UTF8')::jsonb ->> 'effectiveOn')::date, array[m.body], true
from journal.deliberation d join journal.meeting m on m.id = d.meeting
join journal.event e on e.aggregate_id = d.meeting and e.part = d.id and e.type = 'QuestionPut'
where d.concluded_on is null
on conflict do nothing;
