### scope: person
# The guard: that nothing ends without a next step. What the person reads first.

gaps-home = After this it is { $name }, { $where }, who sees to it that you get a next place.
gaps-home-call = Call:

## scope: staff
gaps-page = Without a next step
gaps-lead = Something ended, and nobody has said yes to what comes next.
gaps-none = Everybody has a next step.
gaps-all = All without a next step
gaps-more = Show more
gaps-list-mine = You see to these
gaps-list-vare = Colleagues see to these
gaps-list-leder = Where you lead
gaps-row-at = A person, { $where }
gaps-title = Next step for { $name }
gaps-the-person = The person
gaps-to-person = The page of the person
gaps-since = Since { $when }.
gaps-owner = { $name }, { $where }, sees to it.
gaps-cause-stay-ended = A stay ended
gaps-cause-tenancy-ended = A tenancy ended
gaps-cause-referral-closed = A referral was closed
gaps-cause-handover-refused = A hand-over came back
gaps-cause-departed = Left without notice
gaps-cause-missed = Several appointments came to nothing
gaps-cause-silence = Nobody has been in touch for a while
gaps-ground-coordinator = Because it is the coordinator.
gaps-ground-responsible = Because it is the responsible professional.
gaps-ground-leader = Because it is the leader of the place where it ended.
gaps-ground-unit = Because the municipality sees to it when nobody else does.
gaps-ground-taken = Has said yes to seeing to it.
gaps-ask-how = What is the next step?
gaps-how-step = Somebody has said yes to the next step
gaps-how-in-touch = We have been in touch
gaps-how-said-no = The person does not want anything now
gaps-field-step = Who has said yes, to what and when?
gaps-field-step-help = The person can read this.
gaps-steps = What somebody has said yes to before
gaps-close = Save and close
gaps-take = I see to it
gaps-ask-who = Who shall see to it?
gaps-choose = Choose
gaps-give = Give to
gaps-done-step = Somebody has said yes to the next step.
gaps-done-in-touch = There has been contact.
gaps-done-said-no = The person does not want anything now.
gaps-quiet-title = How long may it be silent?
gaps-quiet-lead = When nobody has been in touch, whoever sees to it is told. The usual is { $days } days.
gaps-quiet-days = Days where you work
gaps-days-wrong = Write a number from 2 to 120.
refusal-gaps-closed = This is closed.
refusal-gaps-closed-remedy = Somebody else has seen to it. Load the page again.
refusal-gaps-not-yours = This is somebody else's.
refusal-gaps-not-yours-remedy = Call whoever sees to it.
refusal-gaps-not-leader = A leader gives it to somebody who meets the person.
refusal-gaps-not-leader-remedy = Choose somebody in the list.
refusal-gaps-not-colleague = They do not work here.
refusal-gaps-not-colleague-remedy = Choose somebody in the list.
refusal-gaps-not-enough = Contact is not enough here.
refusal-gaps-not-enough-remedy = Write who has said yes to the next step.

## scope: person
gaps-log = Saw who sees to it that you get a next place
gaps-log-guard = Saw to it that you get a next place
gaps-log-next-step = Arranged the next step
gaps-log-set-silence = Decided when somebody is told that it is silent
