-- Of what type a record is and how late it was put on record, beside its number, so that both are found in the ledger's order
-- without reading the journal. Outside the leaf: they follow from the event and from the moment of its number.

-- Since when the fact holds. The sequencer reads it once, for what is not numbered yet.
alter table journal.event add column effective_on date;

update journal.event e set effective_on = (convert_from(payload, 'UTF8')::jsonb ->> 'effectiveOn')::date
where not exists (select 1 from journal.ledger l where l.event_index = e.event_index);

-- days_late: from the day since when it holds, as it was recorded, to the day of its number in the register's zone.
alter table journal.ledger add column type text, add column days_late int;

update journal.ledger l
set type = e.type,
    days_late = greatest(0, (l.recorded_at at time zone z.name)::date - (convert_from(e.payload, 'UTF8')::jsonb ->> 'effectiveOn')::date)
from journal.event e, (select coalesce(nullif(current_setting('constancia.zone', true), ''), 'America/El_Salvador') as name) z
where e.event_index = l.event_index;

alter table journal.ledger alter column type set not null, alter column days_late set not null;

create index ledger_type on journal.ledger (type, position);
create index ledger_late on journal.ledger (position, days_late) where days_late > 0;
