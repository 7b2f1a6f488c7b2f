-- Few actions have one before them, and by their agreements they are never sought alone: each new action paid for both.
drop index actions_agreements;
drop index actions_predecessors;
create index actions_predecessors on actions using gin (predecessors) where predecessors <> '{}';
