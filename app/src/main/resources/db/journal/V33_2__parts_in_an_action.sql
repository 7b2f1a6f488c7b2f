-- Which institutions have a part in an action is asked for each command of whoever has a role in a part of the register.

create index holding_action on journal.holding (action);
