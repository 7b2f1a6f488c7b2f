-- The periods against which each commitment of a plan is to report.
alter table plans add column report_periods text[] not null default '{}';
