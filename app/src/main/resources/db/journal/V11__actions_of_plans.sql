-- The command looks for the plan and holds on to it before it records the action, and plans are never deleted. Looking
-- once more for each action only made those who propose in one plan wait for each other.
alter table journal.action drop constraint action_plan_fkey;
