-- How many days after the due date a delivery was put on record that took effect in time.
alter table commitments add column recorded_late int;
