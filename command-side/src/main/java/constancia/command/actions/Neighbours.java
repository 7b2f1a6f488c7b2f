package constancia.command.actions;

import constancia.command.accounts.Accounts;
import constancia.command.agreements.Agreements;
import constancia.command.bodies.Bodies;
import constancia.command.institutions.Institutions;
import constancia.command.plans.Plans;
import constancia.command.territories.Territories;

/** The lookups of other items that the rules of actions ask. */
public record Neighbours(Institutions institutions, Bodies bodies, Plans plans, Agreements agreements, Accounts accounts, Territories territories, Actions actions) {}
