-- The risk register: words, thresholds, and one table per kind of journal entry about risks.

create table risk_rule (
    rule_set varchar primary key,
    from_on date not null unique,
    medium_from integer not null check (medium_from between 2 and 25),
    high_from integer not null check (high_from between 2 and 25),
    very_high_from integer not null check (very_high_from between 2 and 25),
    due_soon_days integer not null check (due_soon_days > 0),
    why varchar not null,
    provenance varchar not null check (provenance in ('paper', 'illustrative')),
    check (high_from > medium_from),
    check (very_high_from > high_from)
);
comment on table risk_rule is 'Thresholds of the risk register, one row per version; the row in force on a day scores that day.';
comment on column risk_rule.rule_set is 'Name of the version, shown in captions.';
comment on column risk_rule.from_on is 'First day it is in force.';
comment on column risk_rule.medium_from is 'Lowest score, likelihood times impact, that counts as medium; below it is low.';
comment on column risk_rule.high_from is 'Lowest score that counts as high.';
comment on column risk_rule.very_high_from is 'Lowest score that counts as very high.';
comment on column risk_rule.due_soon_days is 'A review due, or an acceptance that ends, within this many days counts as soon.';
comment on column risk_rule.why is 'Why these values, and who set them (a role).';
comment on column risk_rule.provenance is 'paper: in a paper the board holds; illustrative: made up for the sample.';

create table treatment_state (
    treatment varchar primary key,
    position integer not null unique,
    meaning varchar not null
);
comment on table treatment_state is 'What the board may decide to do about a risk.';
comment on column treatment_state.treatment is 'Treatment.';
comment on column treatment_state.position is 'Order in lists, from 1.';
comment on column treatment_state.meaning is 'Plain words for the reader.';
insert into treatment_state values
('treat', 1, 'Act to make it less likely or less harmful.'),
('tolerate', 2, 'Live with it as it is, which above appetite needs an acceptance by the Board.'),
('transfer', 3, 'Have somebody else carry it, or share it.'),
('terminate', 4, 'Stop doing what brings it.');

create table knowledge_state (
    knowledge varchar primary key,
    position integer not null unique,
    meaning varchar not null
);
comment on table knowledge_state is 'How good the knowledge behind a score is.';
comment on column knowledge_state.knowledge is 'Strength.';
comment on column knowledge_state.position is 'Order in lists, from 1.';
comment on column knowledge_state.meaning is 'Plain words for the reader.';
insert into knowledge_state values
('weak', 1, 'Mostly judgement; little or no data, or views that differ.'),
('moderate', 2, 'Some data, or several agencies that say the same.'),
('strong', 3, 'Data or audit that bears directly on it, seen by somebody who does not own it.');


create table risk (
    risk_id varchar primary key,
    position integer not null unique check (position > 0),
    title varchar not null,
    cause varchar not null,
    event varchar not null,
    effect varchar not null,
    owner_group_id varchar not null references org_group (group_id),
    agency_id varchar not null references agency (agency_id),
    appetite integer not null check (appetite between 1 and 25),
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered'))
);
comment on table risk is 'One row per risk that could weaken agencies'' ability to keep children safe.';
comment on column risk.risk_id is 'Short key, used in every other file.';
comment on column risk.position is 'Its number in the register, from 1.';
comment on column risk.title is 'A few words for lists.';
comment on column risk.cause is 'What may bring it about.';
comment on column risk.event is 'What would happen.';
comment on column risk.effect is 'What that would mean for children or for agencies.';
comment on column risk.owner_group_id is 'Body that owns it.';
comment on column risk.agency_id is 'Agency that owns it.';
comment on column risk.appetite is 'Highest score, likelihood times impact, that the board is willing to live with.';
comment on column risk.effective_on is 'Day it is about.';
comment on column risk.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column risk.by_group_id is 'Body that says so.';
comment on column risk.by_role is 'Role that says so, never a name.';
comment on column risk.why is 'Reason.';
comment on column risk.cited is 'Where in which paper it is said.';
comment on column risk.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table risk_score (
    score_id varchar primary key,
    risk_id varchar not null references risk (risk_id),
    which varchar not null check (which in ('inherent', 'current', 'target')),
    likelihood integer not null check (likelihood between 1 and 5),
    impact integer not null check (impact between 1 and 5),
    knowledge varchar not null references knowledge_state (knowledge),
    above_why varchar,
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar not null,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered')),
    check (which = 'target' or above_why is null)
);
comment on table risk_score is 'One row per scoring of a risk; nothing else ever changes a score.';
comment on column risk_score.score_id is 'Short key.';
comment on column risk_score.risk_id is 'Risk.';
comment on column risk_score.which is 'inherent: without any control; current: with those in place; target: what is aimed at.';
comment on column risk_score.likelihood is '1 (rare) to 5 (almost certain).';
comment on column risk_score.impact is '1 (slight) to 5 (severe).';
comment on column risk_score.knowledge is 'Strength of the knowledge behind the score.';
comment on column risk_score.above_why is 'Only for a target above the current score: why that is right.';
comment on column risk_score.effective_on is 'Day it is about.';
comment on column risk_score.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column risk_score.by_group_id is 'Body that says so.';
comment on column risk_score.by_role is 'Role that says so, never a name.';
comment on column risk_score.why is 'Reason for the score.';
comment on column risk_score.cited is 'Where in which paper it is said.';
comment on column risk_score.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table risk_control (
    control_id varchar primary key,
    risk_id varchar not null references risk (risk_id),
    state varchar not null check (state in ('in place', 'further action', 'withdrawn')),
    what varchar not null,
    agency_id varchar not null references agency (agency_id),
    due_on date,
    replaces_id varchar references risk_control (control_id),
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered')),
    check (state = 'further action' or due_on is null),
    check (state != 'withdrawn' or replaces_id is not null)
);
comment on table risk_control is 'One row per thing that holds a risk down, or is meant to.';
comment on column risk_control.control_id is 'Short key.';
comment on column risk_control.risk_id is 'Risk.';
comment on column risk_control.state is 'in place: it works now; further action: still to be done; withdrawn: no longer either.';
comment on column risk_control.what is 'The control or the action, in concise words.';
comment on column risk_control.agency_id is 'Agency that answers for it.';
comment on column risk_control.due_on is 'Day a further action is due.';
comment on column risk_control.replaces_id is 'Row that it takes the place of, such as the further action that is now in place.';
comment on column risk_control.effective_on is 'Day it is about.';
comment on column risk_control.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column risk_control.by_group_id is 'Body that says so.';
comment on column risk_control.by_role is 'Role that says so, never a name.';
comment on column risk_control.why is 'Reason.';
comment on column risk_control.cited is 'Where in which paper it is said.';
comment on column risk_control.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table risk_treatment (
    treatment_id varchar primary key,
    risk_id varchar not null references risk (risk_id),
    treatment varchar not null references treatment_state (treatment),
    appetite integer check (appetite between 1 and 25),
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar not null,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered'))
);
comment on table risk_treatment is 'One row per decision on what to do about a risk.';
comment on column risk_treatment.treatment_id is 'Short key.';
comment on column risk_treatment.risk_id is 'Risk.';
comment on column risk_treatment.treatment is 'What was decided.';
comment on column risk_treatment.appetite is 'New appetite decided with it; empty leaves it as it was.';
comment on column risk_treatment.effective_on is 'Day it is about.';
comment on column risk_treatment.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column risk_treatment.by_group_id is 'Body that says so.';
comment on column risk_treatment.by_role is 'Role that says so, never a name.';
comment on column risk_treatment.why is 'Reason.';
comment on column risk_treatment.cited is 'Where in which paper it is said.';
comment on column risk_treatment.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table risk_acceptance (
    acceptance_id varchar primary key,
    risk_id varchar not null references risk (risk_id),
    until_on date not null,
    meeting_id varchar not null references meeting (meeting_id),
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar not null,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered')),
    check (until_on >= effective_on)
);
comment on table risk_acceptance is 'One row per acceptance of a risk by the Board, which always ends on a day.';
comment on column risk_acceptance.acceptance_id is 'Short key.';
comment on column risk_acceptance.risk_id is 'Risk.';
comment on column risk_acceptance.until_on is 'Last day on which it holds.';
comment on column risk_acceptance.meeting_id is 'Meeting of the Board that accepted it.';
comment on column risk_acceptance.effective_on is 'Day it is about.';
comment on column risk_acceptance.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column risk_acceptance.by_group_id is 'Body that says so.';
comment on column risk_acceptance.by_role is 'Role that says so, never a name.';
comment on column risk_acceptance.why is 'Reason.';
comment on column risk_acceptance.cited is 'Where in which paper it is said.';
comment on column risk_acceptance.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table risk_review (
    risk_review_id varchar primary key,
    risk_id varchar not null references risk (risk_id),
    outcome varchar not null check (outcome in ('keep', 'rescore', 'close')),
    said varchar not null,
    next_on date,
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered')),
    check (next_on > effective_on),
    check ((outcome = 'close') = (next_on is null))
);
comment on table risk_review is 'One row per review of a risk, held on the day that the entry is about.';
comment on column risk_review.risk_review_id is 'Short key.';
comment on column risk_review.risk_id is 'Risk.';
comment on column risk_review.outcome is 'keep: it stands as it is; rescore: new scores follow; close: it leaves the register.';
comment on column risk_review.said is 'What the review found, in concise words.';
comment on column risk_review.next_on is 'Day the next review is due.';
comment on column risk_review.effective_on is 'Day it is about.';
comment on column risk_review.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column risk_review.by_group_id is 'Body that says so.';
comment on column risk_review.by_role is 'Role that says so, never a name.';
comment on column risk_review.why is 'Reason.';
comment on column risk_review.cited is 'Where in which paper it is said.';
comment on column risk_review.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table risk_link (
    link_id varchar primary key,
    risk_id varchar not null references risk (risk_id),
    rec_id varchar references recommendation (rec_id),
    action_id varchar references action (action_id),
    indicator_id varchar,
    warn_above double,
    warn_below double,
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered')),
    check (
        case when rec_id is null then 0 else 1 end
        + case when action_id is null then 0 else 1 end
        + case when indicator_id is null then 0 else 1 end
        = 1
    ),
    check (indicator_id is not null or (warn_above is null and warn_below is null))
);
comment on table risk_link is 'One row per recommendation, action or indicator that bears on a risk.';
comment on column risk_link.link_id is 'Short key.';
comment on column risk_link.risk_id is 'Risk.';
comment on column risk_link.rec_id is 'Recommendation, where it is one.';
comment on column risk_link.action_id is 'Action, where it is one.';
comment on column risk_link.indicator_id is 'Indicator, where it is one, as in data/published/indicators.csv.';
comment on column risk_link.warn_above is 'Value of the indicator above which the risk asks for a review.';
comment on column risk_link.warn_below is 'Value of the indicator below which the risk asks for a review.';
comment on column risk_link.effective_on is 'Day it is about.';
comment on column risk_link.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column risk_link.by_group_id is 'Body that says so.';
comment on column risk_link.by_role is 'Role that says so, never a name.';
comment on column risk_link.why is 'Reason.';
comment on column risk_link.cited is 'Where in which paper it is said.';
comment on column risk_link.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';
