-- The folio of a meeting's minutes, by when they may be observed, what a meeting is found by; who received and signed its minutes.

alter table meetings
    add column minutes_folio      text,
    add column observations_until date,
    add column search             text not null default '';

-- acknowledged_on is of the last draft
alter table attendances
    add column acknowledged_on date,
    add column signed_on       date;
