### scope: person
# Housing: what the person reads first, then what the housing service reads.

housing-mine = Home
housing-home-title = Where I live
housing-wait-title = The home I am waiting for
housing-mine-none = You have not asked for a home here.
housing-want = Say what you want
housing-mine-since = You have waited since { $date }.
housing-mine-longer = { $n ->
    [0] Nobody has waited longer.
    [one] 1 has waited longer.
   *[other] { $n } have waited longer.
}
housing-holder = { $name }, { $place }, is responsible.
housing-who = The one who is responsible now
housing-home-offered = You have an offer: { $home }
housing-home-said-yes = You have said yes to { $home }
housing-mine-offer = You have an offer
housing-mine-yes = You have said yes
housing-mine-homes = Homes that are free
housing-mine-homes-lead = Here is why each home fits or does not. Only facts count.
housing-could-be-offered = May fit you
housing-is-not-offered = Not offered to you now
housing-homes-none = No homes are free now.
housing-mine-warnings = What we help you with
housing-a-home-in = A home, { $part }
housing-yes = Yes please
housing-no = No thanks
housing-no-with-reason = Say no, and say why
housing-no-why = Why? You choose whether to answer.
housing-no-words = In your own words
housing-may-be-empty = You can leave this empty.
housing-no-keeps-place-mine = If you say no, you go on waiting from the same date.
housing-no-place = The place does not suit me
housing-no-not-safe = Not safe for me
housing-no-neighbours = Those who live there
housing-no-rules = The rules of the house
housing-no-support = Too much or too little help
housing-no-cost = It costs too much
housing-no-other = Something else
housing-withdraw = I do not want to wait any more
housing-earlier = Earlier offers
housing-history = Where I have lived
housing-landlord-not-told = The landlord is never told why you get help.
housing-house-rules = Rules: { $rules }
housing-plan-is = What we agreed: { $plan }
housing-next-visit = The next visit is { $date }.
housing-lives-since = From { $from }.
housing-lived-from-to = From { $from } to { $to }.
housing-address-hidden = The address is not shown here
housing-offered = Offered { $when } by { $name }.
housing-out-of-turn = Out of turn: { $why }.
housing-answer-by = If there is no answer by { $date }, we call.
housing-offer-open = Waiting for an answer
housing-offer-yes = Yes, { $date }
housing-offer-no = No, { $date }
housing-offer-taken-back = Taken back { $date }
housing-offer-moved-in = Moved in
housing-why-danger = where they live now is dangerous
housing-why-nowhere = has nowhere to be
housing-why-support = the help in the house is what they asked for
housing-why-asked = those who waited longer have been asked
housing-trait-own-door = A door of your own
housing-trait-step-free = No stairs
housing-trait-animals = Animals are allowed
housing-trait-two = Room for two
housing-trait-calm = A calm house, few neighbours
housing-trait-near-bus = Near a bus
housing-trait-furnished = Furniture is there
housing-trait-women-only = Only women in the house
housing-support-none = No follow-up
housing-support-visits = Someone comes by
housing-support-weekdays = Someone in the house on weekdays
housing-support-always = Someone in the house day and night
housing-support-hours = { $level }, { $n ->
    [one] 1 hour a week
   *[other] { $n } hours a week
}
housing-because-has = Has: { $what }.
housing-because-lacks = Does not have: { $what }.
housing-because-lacks-must = Lacks something that must be there: { $what }.
housing-because-support-same = The help is as wished: { $what }.
housing-because-support-other = The help is another than wished: { $what }.
housing-because-free = Free now.
housing-because-free-from = Free from { $date }.
housing-because-lived-in = Someone lives there.
housing-because-held = Offered to somebody else just now.
housing-because-declined = Said no { $date }.
housing-must = Must have: { $what }
housing-wish = Good to have: { $what }
housing-need-title = What do you want?
housing-need-lead = What you say here comes first. You can change it whenever you like.
housing-need-keeps-date = Your date does not change.
housing-need-words = In your own words
housing-need-words-help = For example: a door of my own, not too far from my sister.
housing-need-musts = The home must have
housing-need-wishes = This is good to have
housing-need-support = How much help do you want where you live?
housing-need-who-reads = The housing service reads this. Others see it only if you share.
housing-need-change = Change what I want
housing-helps = { $name } helps by { $date }.
housing-helped = Helped { $when }.
housing-warning-rent-late = The rent is late
housing-warning-complaint = A neighbour has complained
housing-warning-repair = Something is broken
housing-warning-worry = Worry for the home
housing-end-moved = Moved where they wanted to be
housing-end-own-notice = Gave notice
housing-end-eviction = Had to move out
housing-end-treatment = To treatment
housing-end-prison = To serve a sentence
housing-end-died = Died

## scope: staff

housing-menu = Housing
housing-unnamed = No name
housing-free-homes = { $n ->
    [0] No home can be offered now.
    [one] 1 home can be offered now.
   *[other] { $n } homes can be offered now.
}
housing-units = The homes
housing-find-person = Find a person
housing-at-risk = Needs help so that the home is not lost
housing-at-risk-none = No warnings now.
housing-waiting = Waiting for a home
housing-waiting-lead = By the date they asked. A no moves nobody.
housing-waiting-none = Nobody is waiting.
housing-living = Lives in one of the homes
housing-living-none = Nobody lives here now.
housing-more = Show more
housing-late = Overdue
housing-all = See everything about housing
housing-open = Open the housing page
housing-board = Adapted homes
housing-table-none = No offer now.
housing-table-open = Has an offer.
housing-table-yes = Has said yes, is to move in.
housing-no-musts = Has not said what the home must have.
housing-musts = Must have: { $what }.
housing-waits-since = Waiting since { $date }.
housing-longer = { $n ->
    [0] Nobody has waited longer.
    [one] 1 has waited longer.
   *[other] { $n } have waited longer.
}
housing-one-tab = A person and a home
housing-lives-here = Lives here
housing-wants = Wants
housing-not-waiting = Not waiting for a home now.
housing-need-together = Fill in together with the person
housing-need-with = Together with { $name }. The person's words come first.
housing-on-the-table = On the table
housing-homes = Homes that are free
housing-homes-lead = Facts beside what the person wants. The order is when they are free.
housing-offer-which = Which home?
housing-why-fold = Is it offered out of turn?
housing-why-legend = Why out of turn?
housing-offer-send = Offer this home
housing-write-answer = Write down the answer together with the person
housing-no-keeps-place = A no moves nobody. The person goes on waiting from the same date.
housing-no-why-staff = Why no? Only if the person wants to say.
housing-said-yes = The person said yes
housing-said-no = The person said no
housing-take-back = Take the offer back
housing-next-place = Next: ask where it is good to live, and write it down.
housing-next-not-safe = Next: ask what makes a home safe, and write it down.
housing-next-neighbours = Next: look for a house with other or fewer neighbours.
housing-next-rules = Next: ask which rule it is. Some rules can be changed.
housing-next-support = Next: talk about the help, and change it in the wishes.
housing-next-cost = Next: talk with NAV about housing benefit before the next offer.
housing-next-other = Next: ask whether something should go into the wishes.
housing-move-in = Moves in
housing-visit-add = Write down a visit
housing-warn-add = Note a warning
housing-warnings = Warnings
housing-done-words = What was done?
housing-done = Helped
housing-plan = What we agreed
housing-plan-help = The person reads this. What does the person need to live well?
housing-plan-change = Change the plan
housing-visit-on = Next visit
housing-visit-help = Empty: in two weeks.
housing-visits = Visits
housing-visit-home = At home
housing-visit-phone = On the phone
housing-visit-elsewhere = Somewhere else
housing-visit-not-reached = We did not reach the person
housing-other = More
housing-landlord-sheet = A sheet for the landlord
housing-end-tenancy = The tenancy is over
housing-step-in = Moving in
housing-step-visit = A visit
housing-step-warn = A warning
housing-step-end = The tenancy is over
housing-choose-visit = How?
housing-choose-warn = What is it about?
housing-choose-end = How did it end?
housing-words-in = Plan for the follow-up
housing-words-visit = What did you talk about?
housing-words-warn = What has been seen?
housing-words-end = What happened?
housing-words-help = The person reads this. Can be skipped.
housing-day = Date
housing-day-help = Like this: 24.11.2026
housing-another-legend = Does the person need a new home?
housing-another = Yes, waiting from today
housing-another-help = The wishes from last time come along.
housing-task = Help early: { $what }
housing-unit-new = New home
housing-units-none = No homes have been entered.
housing-unit-tab = A home
housing-unit-closed = No longer let
housing-unit-on-a-table = Offered to somebody now
housing-unit-part = Part of town
housing-unit-support = Follow-up
housing-unit-rules = Rules of the house
housing-unit-rules-help = In plain words. Whoever is to live there reads them.
housing-unit-landlord = Landlord
housing-unit-free = Is it free?
housing-unit-free-from = Free from
housing-unit-free-help = Like this: 24.11.2026. Empty: someone lives there.
housing-unit-let = Is it let?
housing-unit-close = No longer let
housing-confirm = That is right
housing-unit-name = Address
housing-unit-name-help = Like this: Fjellveien 12, H0203
housing-unit-traits = What the home is like
housing-unit-hours = Hours of follow-up a week
housing-unit-hours-help = A number from 0 to 168.
housing-hours-number = Write a number from 0 to 168.
housing-landlord-tab = Tenancy
housing-landlord-title = Tenancy
housing-landlord-to = To { $name }
housing-landlord-home = Home
housing-landlord-from = From
housing-landlord-until = Until
housing-landlord-contact = Contact
housing-landlord-printed = Printed { $date }.
housing-landlord-nothing-more = The sheet says nothing more. Say nothing more on the phone either.
housing-shared-waits = Waiting for a home since { $date }.
housing-shared-lives = Lives in one of the homes since { $date }.

refusal-housing-changed = Somebody has done something here since you opened the page.
refusal-housing-changed-remedy = See what stands now, and try again.
refusal-housing-unit-taken = The home is not free. It is offered to somebody else, or someone lives there.
refusal-housing-unit-taken-remedy = Choose another home.
refusal-housing-offer-open = There is an offer on the table already.
refusal-housing-offer-open-remedy = Wait for the answer, or take the offer back.

## scope: person

refusal-housing-nothing-offered = There is no offer to answer now.
refusal-housing-nothing-offered-remedy = Look at the page once more.

## scope: staff

refusal-housing-not-answered = The person has not said yes yet.
refusal-housing-not-answered-remedy = Ask, and write down the answer first.
refusal-housing-waited-longer = Somebody who has waited longer can live in this home.
refusal-housing-waited-longer-remedy = Offer it by date, or say why it goes out of turn. The person sees the reason.
refusal-housing-declined-this = The person has said no to this home.
refusal-housing-declined-this-remedy = Choose another home.

## scope: person

refusal-housing-not-waiting = You are not waiting for a home here now.
refusal-housing-not-waiting-remedy = Say what you want, and you wait from today.

## scope: staff

refusal-housing-tenancy-ended = The person does not live in one of the homes now.
refusal-housing-tenancy-ended-remedy = See where the person has lived.
refusal-housing-lives-somewhere = The person lives in one of the homes already.
refusal-housing-lives-somewhere-remedy = End that tenancy first.
refusal-housing-settled = Somebody has helped with this already.
refusal-housing-settled-remedy = Read what was done.

## scope: person

refusal-housing-nobody-holds = Nobody can receive this here now.
refusal-housing-nobody-holds-remedy = Call the municipality.

housing-log = Housing
housing-log-want = Wrote what you want of a home
housing-log-write-down = Wrote down what you want, together with you
housing-log-offer = Offered you a home
housing-log-write-answer = Wrote down your answer to an offer
housing-log-answer = Answered an offer
housing-log-take-back = Took an offer back
housing-log-withdraw = Did not want to wait any more
housing-log-move-in = Wrote down that you moved in
housing-log-plan = Changed the plan for the follow-up
housing-log-visit = Wrote down a visit
housing-log-warn = Noted that the home may be lost
housing-log-settle = Wrote that somebody has helped
housing-log-end = Wrote that the tenancy is over
housing-log-confirm = Said whether a home is free
housing-log-make-home = Wrote down a home
housing-log-set-up = Set up who answers
