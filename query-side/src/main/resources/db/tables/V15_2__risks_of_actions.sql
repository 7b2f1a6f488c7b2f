-- The actions with which a risk has to do, and its warning signs that were reported while it is open, each with the last report.
alter table risks
    add column actions uuid[] not null default '{}',
    add column signs   jsonb  not null default '[]';

create index risks_actions on risks using gin (actions);
