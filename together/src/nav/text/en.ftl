### scope: person
# What stands between the person and NAV: first what the person reads, then what NAV reads.

nav-title = Work and money
nav-lead = Here is what you and NAV do together. You both see the same when you share it.
nav-section-empty = Nothing here yet.
nav-add = Write a line
nav-change = Change the line
nav-remove = Take the line away
nav-applied = Applied { $day }.
nav-answer-by = Answer by { $day }.
nav-answer-late = You should have had an answer { $day }. Call and ask.
nav-answered = The answer came { $day }.
nav-signed-nav = { $name } in NAV wrote this { $day }.
nav-signed-you = You wrote this { $day }.
nav-signed-person = The person wrote this { $day }.
nav-tasks = To be done
nav-tasks-over = What has been done
nav-task-from = { $name } asks.
nav-task-due = By { $day }
nav-task-late = Should have been done { $day }
nav-task-done = Done { $day }
nav-task-no = It was a no { $day }
nav-task-taken-back = Taken back { $day }
nav-task-do-done = It is done
nav-task-do-no = No, I will not
nav-task-do-take-back = Take it back
nav-ask-nav = Ask NAV for something
nav-field-task = What is it about?
nav-field-task-help = One thing at a time. Do not write about illness or medicine.
nav-field-area = What does it belong to?
nav-field-due = When should it be done?
nav-field-words = What is it?
nav-field-words-help = For instance: Applied for housing support. Do not write about illness or medicine.
nav-field-status = How far has it come?
nav-field-applied = When was it applied for?
nav-field-answer-by = When will the answer come?
nav-field-answer = What was the answer?
nav-own-seen = NAV sees the line only if you share this part with them.
nav-no-office = When NAV helps you here, you can ask them for things.
nav-who-sees = Who sees this?
nav-who-sees-help = NAV sees what they have written themselves. You decide the rest, part by part. NAV sees nothing about health here.
nav-to-sharing = Choose what you share
nav-home-more = See it all
nav-home-waiting = { $n ->
    [0] Nothing waits for an answer
    [one] One thing waits for an answer
   *[other] { $n } things wait for an answer
}
nav-the-person = No name

refusal-nav-not-yours = The other has written this.
refusal-nav-not-yours-remedy = Ask them to change it.
refusal-nav-backwards = The answer cannot come before it was applied for.
refusal-nav-backwards-remedy = Look at the dates once more.
refusal-nav-full = It is full here.
refusal-nav-full-remedy = Take away something that is done.
refusal-nav-over = This is done, or taken back.
refusal-nav-over-remedy = See what stands here now.
refusal-nav-changed = The line was changed on another page.
refusal-nav-changed-remedy = What you wrote is still here. Save once more if that is what you want.
refusal-nav-no-office = NAV does not help you here yet.
refusal-nav-no-office-remedy = Ask your contact, or call NAV.

## scope: staff

nav-staff-title = NAV lines
nav-staff-one = Work, money and housing
nav-list-lead = What people have asked of you, and answers you have promised.
nav-list-asked = People have asked us
nav-list-asked-none = Nothing waits.
nav-list-promised = Answers we have promised
nav-list-promised-none = No answers are promised now.
nav-list-more = Show more
nav-list-unseen = { $n } are about people you no longer help. Talk to your leader.
nav-row-asked = Has asked you for something.
nav-row-promised = Waits for an answer to an application.
nav-row-by = By { $day }
nav-row-late = Should have been done { $day }
nav-today-all = See it all
nav-ask-person = Ask the person for something
nav-theirs-seen = The person sees the line at once. Others see it only if the person shares this part.
nav-note = The person decides what is shared. You may not see everything.

## scope: person
# What was done, as the person reads it in the log of who has looked.
nav-log = Looked at work and money
nav-log-task = Wrote or answered something to be done
nav-log-write = Wrote in work and money
