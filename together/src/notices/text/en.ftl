### scope: person
# Notices: a doorbell that says nothing, and a calendar without content.

notices-title = Notices
notices-home = Home
notices-account = My account
notices-lead = We can tell you when there is something new for you. You choose if, where and when.
notices-panel-on = You are told when there is something new.
notices-panel-off = Be told when there is something new.
notices-nothing-set-up = We cannot send e-mail or text messages here yet. So you get no notices. You see all that is new when you sign in.
notices-what-it-says = This is what it says
notices-what-it-never-says = It never says what it is about, who it is from, or who we are.

notices-subject = Something new for you
notices-body = There is something new for you. Sign in where you usually do.
notices-code-subject = Your code
notices-code-body = The code is { $code }. It works for a quarter of an hour. Did you not ask for it? Then you need not do anything.

notices-channel-epost = E-mail
notices-channel-sms = Text message
notices-address = Your e-mail
notices-address-help = Choose one that only you read.
notices-number = Your number
notices-number-help = Choose a phone that only you use.
notices-send-code = Send me a code
notices-mail-missing = Write the e-mail like this: name@example.no.
notices-address-refused = There is no such address. Look at it once more.
notices-not-sent = We could not send the code now. Try again in a while.
notices-code-sent = We have sent a code to { $to }.
notices-code-until = It works until { $clock }.
notices-code = The code
notices-code-help = Six digits
notices-code-missing = Write all six digits.
notices-confirm = Confirm
notices-other-address = Use another
notices-on = You are told here:
notices-chosen = You have chosen:
notices-switch-off = Switch off
notices-refused = What we send here comes back. We have stopped sending.
notices-way-not-set-up = Right now we cannot send here.

notices-what = What do you want to be told of?
notices-kind-messages = Messages
notices-kind-answers = Answers to what you have asked
notices-kind-appointments = Appointments
notices-kind-meetings = Meetings and minutes
notices-kind-referrals = Referrals
notices-kind-handovers = That somebody new will follow you up
notices-kind-tasks = Tasks
notices-quiet = When do you want it quiet?
notices-quiet-help = If the times are the same, you may be told at any hour.
notices-from = From
notices-until = Until
notices-hour = { $hour }

notices-calendar = Calendar
notices-calendar-text = You can have your appointments in the calendar on your phone. It says only “Appointment” and the time.
notices-calendar-make = Make a calendar link
notices-calendar-made = The link is ready
notices-calendar-copy = Copy it now. We show it only once. Whoever has the link sees your times.
notices-calendar-since = You have a link from { $day }.
notices-calendar-end = Close the link
notices-calendar-new = Make a new link
notices-calendar-entry = Appointment

refusal-notices-not-set-up = We cannot send this yet.
refusal-notices-not-set-up-remedy = Choose another way, or sign in and look for what is new.
refusal-notices-too-many-codes = You have asked for many codes in a short time.
refusal-notices-too-many-codes-remedy = Wait an hour and try again.
refusal-notices-wrong-code = The code was not right.
refusal-notices-wrong-code-remedy = Look at the digits once more. You can also ask for a new code.
refusal-notices-old-code = The code no longer works.
refusal-notices-old-code-remedy = Choose “Use another” and ask for a new code.
refusal-notices-too-many-tries = There have been many tries.
refusal-notices-too-many-tries-remedy = Wait a quarter of an hour and try again.
refusal-notices-no-address = The address was taken away.
refusal-notices-no-address-remedy = Write it again.
refusal-notices-changed = This was changed somewhere else just now.
refusal-notices-changed-remedy = Look at the choices and save again.

notices-log = Fetched your times for the calendar
notices-log-choose-notices = Chose what you want to be told of
notices-log-confirm-address = Confirmed where you want to be told
notices-log-end-calendar = Closed the calendar link
notices-log-forget = Deleted old notices
notices-log-hear = Made a notice ready for you
notices-log-make-calendar = Made a calendar link
notices-log-name-address = Wrote where you want to be told
notices-log-remove-address = Switched notices off
notices-log-send = Told you that something is new

## scope: staff
notices-lead-staff = Be told when something waits for you. Choose the address you use at work. It never says who it is about.
notices-calendar-entry-staff = Appointment – see the service
