-- Published figures about the board's area and those it is compared with, and what is worked out from them once, while
-- the warehouse is built. Rules that read them are in 8_dataset.sql.

create table indicator (
    indicator_id varchar primary key,
    name varchar not null unique,
    theme varchar not null,
    agency varchar not null,
    unit varchar not null,
    polarity varchar not null check (polarity in ('higher', 'lower', 'neutral')),
    frequency varchar not null check (frequency in ('annual', 'quarterly', 'monthly')),
    definition varchar not null,
    recommendations varchar not null,
    compared_with_all_areas boolean not null
);
comment on table indicator is 'One row per published indicator; data/published/indicators.csv.';
comment on column indicator.indicator_id is 'Short key, used in the observations.';
comment on column indicator.name is 'Name as shown.';
comment on column indicator.theme is 'Part of the system it is about.';
comment on column indicator.agency is 'Agency whose work it counts.';
comment on column indicator.unit is 'Unit of its values.';
comment on column indicator.polarity is 'Which way is better; neutral for activity, which is neither good nor bad.';
comment on column indicator.frequency is 'How often it is published.';
comment on column indicator.definition is 'What is counted, over what.';
comment on column indicator.recommendations is 'Recommendations it bears on, separated by spaces.';
comment on column indicator.compared_with_all_areas is 'True where every authority is in the file and a rank means something.';

create table area (
    area_code varchar primary key,
    area_name varchar not null,
    level varchar not null check (level in ('local_authority', 'region', 'country')),
    in_south_east boolean not null
);
comment on table area is 'One row per authority, region or country; data/published/areas.csv.';
comment on column area.area_code is 'Code of the Office for National Statistics.';
comment on column area.area_name is 'Its name.';
comment on column area.level is 'What it is.';
comment on column area.in_south_east is 'True for authorities of the South East.';

create table neighbour (
    model varchar not null,
    of_area varchar not null,
    rank integer not null check (rank > 0),
    area_code varchar not null,
    closeness varchar not null,
    primary key (model, of_area, area_code)
);
comment on table neighbour is 'One row per statistical neighbour in each model; data/published/neighbours.csv.';
comment on column neighbour.model is 'Year of the model that chose the neighbours.';
comment on column neighbour.of_area is 'Authority they are neighbours of.';
comment on column neighbour.rank is '1 is the closest.';
comment on column neighbour.area_code is 'The neighbour.';
comment on column neighbour.closeness is 'How close, in the words of the model.';

create table publication (
    publication_id varchar primary key,
    publication varchar not null,
    publisher varchar not null,
    derived boolean not null,
    licence varchar not null
);
comment on table publication is 'One row per publication that figures were read from; data/published/publications.csv.';
comment on column publication.publication_id is 'Short key, used in the observations.';
comment on column publication.publication is 'Its title.';
comment on column publication.publisher is 'Who published it.';
comment on column publication.derived is 'True for arithmetic on published counts by somebody else.';
comment on column publication.licence is 'Terms it may be used under.';

create table observation (
    indicator_id varchar not null,
    area_code varchar not null,
    breakdown varchar not null,
    period_start date not null,
    period_end date not null,
    value double,
    numerator double,
    denominator double,
    status varchar not null check (status in ('', 'c', 'x', 'z', 'low', 'u')),
    publication_id varchar not null
);
comment on table observation is 'One row per indicator, area, breakdown and period; data/published/observations/.';
comment on column observation.indicator_id is 'The indicator.';
comment on column observation.area_code is 'The area.';
comment on column observation.breakdown is 'The part of the indicator; empty for the whole.';
comment on column observation.period_start is 'First day of the period; the same as the last for a snapshot.';
comment on column observation.period_end is 'Last day of the period.';
comment on column observation.value is 'The figure; none where it is withheld, which is never zero.';
comment on column observation.numerator is 'What was counted, where it is published.';
comment on column observation.denominator is 'What it was divided by, where it is published.';
comment on column observation.status is 'c confidential, x not available, z not applicable, low: nearly 0, u unreliable.';
comment on column observation.publication_id is 'Where it was read.';

create table series_break (
    break_id varchar primary key,
    indicator_id varchar not null,
    on_day date not null,
    known_on date not null,
    kind varchar not null check (kind in ('break', 'start', 'gap', 'note')),
    reason varchar not null
);
comment on table series_break is 'One row per thing that a reader of a series must know; data/breaks.csv.';
comment on column series_break.break_id is 'Short key.';
comment on column series_break.indicator_id is 'The indicator whose series it touches.';
comment on column series_break.on_day is 'First day of the period from which it holds.';
comment on column series_break.known_on is 'First day on which all that the reason tells was past.';
comment on column series_break.kind is 'break: not comparable across it; start; gap: missing; note: what else to know.';
comment on column series_break.reason is 'What happened, in one sentence.';

create table targets (
    target_id varchar primary key,
    indicator_id varchar not null,
    target double not null,
    from_on date not null,
    reason varchar not null,
    by_role varchar not null,
    provenance varchar not null check (provenance in ('paper', 'illustrative'))
);
comment on table targets is 'One row per target that the board set for an indicator; the latest one in force counts.';
comment on column targets.target_id is 'Short key.';
comment on column targets.indicator_id is 'The indicator, as in data/published/indicators.csv.';
comment on column targets.target is 'The value aimed at, in the unit of the indicator.';
comment on column targets.from_on is 'First day it is in force.';
comment on column targets.reason is 'Why this value.';
comment on column targets.by_role is 'Role that set it, never the name of a person.';
comment on column targets.provenance is 'paper: in a paper the board holds; illustrative: made up for the sample.';

create table rebases (
    rebase_id varchar primary key,
    indicator_id varchar not null,
    from_on date not null,
    reason varchar not null,
    by_role varchar not null,
    provenance varchar not null check (provenance in ('paper', 'illustrative'))
);
comment on table rebases is 'One row per day from which limits begin anew, once a change is understood.';
comment on column rebases.rebase_id is 'Short key.';
comment on column rebases.indicator_id is 'The indicator, as in data/published/indicators.csv.';
comment on column rebases.from_on is 'First day of the period with which the new part begins; it must be in the series.';
comment on column rebases.reason is 'What changed, and how that is known.';
comment on column rebases.by_role is 'Role that decided it, never the name of a person.';
comment on column rebases.provenance is 'paper: in a paper the board holds; illustrative: made up for the sample.';

create table signal (
    indicator_id varchar not null,
    breakdown varchar not null,
    area_code varchar not null,
    is_own boolean not null,
    known_to date not null,
    period_end date not null,
    points integer not null,
    is_trial boolean not null,
    part integer not null,
    mean double,
    lower double,
    upper double,
    point varchar,
    rules varchar not null
);
comment on table signal is 'Limits and signals of every monthly or quarterly series; worked out by the build.';
comment on column signal.indicator_id is 'The indicator.';
comment on column signal.breakdown is 'The part of it; empty for the whole.';
comment on column signal.area_code is 'The area.';
comment on column signal.is_own is 'True for the area of the board.';
comment on column signal.known_to is 'Last period the limits know of: each in turn for the own area, the last for others.';
comment on column signal.period_end is 'Last day of the period.';
comment on column signal.points is 'Values in the part up to known_to.';
comment on column signal.is_trial is 'True where those are too few for a verdict.';
comment on column signal.part is 'Part of the series between two rebases, from 0.';
comment on column signal.mean is 'Mean of the part.';
comment on column signal.lower is 'Lower process limit.';
comment on column signal.upper is 'Upper process limit.';
comment on column signal.rules is 'Name and version of the rules.';
comment on column signal.point is 'common; or improvement, concern or neutral, and _high or _low.';

create table own_area (
    area_code varchar not null
);
comment on table own_area is 'The area of the board, as its settings name it; no row where none or several bear that name.';
comment on column own_area.area_code is 'Its code.';

create table missing_period (
    indicator_id varchar not null,
    breakdown varchar not null,
    area_code varchar not null,
    period_start date not null,
    period_end date not null
);
comment on table missing_period is 'One row per period that is missing between two published ones; worked out by the build.';
comment on column missing_period.indicator_id is 'The indicator.';
comment on column missing_period.breakdown is 'The part of it; empty for the whole.';
comment on column missing_period.area_code is 'The area.';
comment on column missing_period.period_start is 'First day of the period.';
comment on column missing_period.period_end is 'Last day of the period.';

create table trend (
    indicator_id varchar not null,
    breakdown varchar not null,
    period_end date not null,
    direction varchar not null check (direction in ('rising', 'falling', 'none')),
    p double not null
);
comment on table trend is 'The trend of annual shares of the own area over five years; worked out by the build.';
comment on column trend.indicator_id is 'The indicator.';
comment on column trend.breakdown is 'The part of it; empty for the whole.';
comment on column trend.period_end is 'Last day of the fifth year.';
comment on column trend.direction is 'rising or falling at p < 0.05, else none.';
comment on column trend.p is 'How often chance alone gives a trend as strong.';

create table standing (
    indicator_id varchar not null,
    breakdown varchar not null,
    period_start date not null,
    period_end date not null,
    value double,
    numerator double,
    denominator double,
    status varchar not null,
    publication_id varchar,
    part integer not null,
    previous_end date,
    previous_value double,
    england double,
    england_status varchar,
    south_east double,
    south_east_status varchar,
    authorities integer,
    rank integer,
    quartile varchar,
    target double
);
comment on table standing is 'One row per figure of the own area, and per period without one; worked out by the build.';
comment on column standing.indicator_id is 'The indicator.';
comment on column standing.breakdown is 'The part of it; empty for the whole.';
comment on column standing.period_start is 'First day of the period.';
comment on column standing.period_end is 'Last day of the period.';
comment on column standing.value is 'The figure of the area.';
comment on column standing.numerator is 'What was counted, where it is published.';
comment on column standing.denominator is 'What it was divided by, where it is published.';
comment on column standing.status is 'As in the observations; missing: no row is published, though one before and one after are.';
comment on column standing.publication_id is 'Where it was read; none for a missing period.';
comment on column standing.part is 'Breaks that lie before it: nothing compares with a period of another part.';
comment on column standing.previous_end is 'Last day of the same period one year before, unless a break lies between.';
comment on column standing.previous_value is 'The figure of that period.';
comment on column standing.england is 'The figure of England.';
comment on column standing.england_status is 'Its status, as in the observations; none where no row is published.';
comment on column standing.south_east is 'The figure of the South East.';
comment on column standing.south_east_status is 'Its status, as in the observations; none where no row is published.';
comment on column standing.authorities is 'Authorities with a figure, where all are in the file.';
comment on column standing.rank is '1 is best, or highest where neither way is better; ties share the lower number.';
comment on column standing.quartile is 'A (best quarter) to D; none where neither way is better.';
comment on column standing.target is 'Target in force when the period ended; empty where there was none, and for parts.';

create table neighbour_standing (
    model varchar not null,
    indicator_id varchar not null,
    breakdown varchar not null,
    period_end date not null,
    neighbours integer not null,
    mean double not null,
    median double not null,
    lowest double not null,
    highest double not null
);
comment on table neighbour_standing is 'One row per model, indicator and period: all neighbours; worked out by the build.';
comment on column neighbour_standing.model is 'Model that chose them.';
comment on column neighbour_standing.indicator_id is 'The indicator.';
comment on column neighbour_standing.breakdown is 'The part of it; empty for the whole.';
comment on column neighbour_standing.period_end is 'Last day of the period.';
comment on column neighbour_standing.neighbours is 'Neighbours with a figure, of ten.';
comment on column neighbour_standing.mean is 'Plain mean of their figures, as the Local Authority Interactive Tool gives it.';
comment on column neighbour_standing.median is 'Median of their figures.';
comment on column neighbour_standing.lowest is 'Lowest of their figures.';
comment on column neighbour_standing.highest is 'Highest of their figures.';
