-- What an action's line of time shows beside its dates: the baseline, milestones, extensions, impediments and deliveries.
alter table actions add column course jsonb not null default '{"milestones": [], "extensions": [], "impediments": [], "deliveries": []}';
