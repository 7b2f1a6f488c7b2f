-- What is assumed of each node of an outline, and which node, and assumption, a risk watches.

alter table outline add column assumptions jsonb not null default '[]';

alter table risks
    add column node       uuid,
    add column assumption uuid;

create index risks_node on risks (node);
