### scope: person
# The frame of every page, and the words that every form and every refusal share.
# The parts have their own files; only words that stand on all pages belong here.

frame-brand = Varde
frame-skip = To the content
frame-more = More
frame-show-rest = Show { $n } more
frame-home = Home
frame-menu = Main menu
frame-language = Language
frame-sign-in = Sign in
frame-sign-out = Sign out
frame-leave = Close fast
frame-demo = Demo
frame-help-now = Help now
frame-danger-question = Is a life in danger?
frame-danger-call = Call 113
frame-doctor-question = Need a doctor today?
frame-doctor-call = Call 116{"\u00A0"}117
frame-contact = Your contact, { $name }:
frame-privacy = Your information in short
frame-accessibility = Accessibility
frame-about = About Varde
frame-note = The person decides what is shared. You may not see everything.
frame-something-new = Something is new.
frame-refresh = Refresh
frame-still-there = Are you there?
frame-still-closing = We close in 30 seconds, so that nobody else sees.
frame-still-here = I am here

form-next = Next
form-save = Save
form-send = Send
form-skip = Skip
form-not-now = Not now
form-no-thanks = No thanks
form-back = Back
form-done = Done
form-undo = Undo
form-try-again = Try again
form-optional = You can skip this
form-missing = Fill this in.
form-too-long = Write a little less.
form-choose = Choose one of them.
form-date = Write the date like this: 24.11.2026.
form-time = Write the time like this: 10.30.
form-phone = Write a number of eight digits.

error-summary-one = Look at one more thing:
error-summary-many = Look at these:
error-title = Error:
error-fault-title = Something went wrong on our side
error-fault = It is not your fault. What you wrote is kept on this phone.
error-fault-number = Give this number if you call: { $number }
error-missing-title = There is no such page
error-missing = It may have moved. Go to the front page to find your way.
error-denied-title = You cannot see this
error-denied = We cannot say if there is anything here. If you wonder why, ask us.
error-sign-in-title = Sign in first
error-sign-in = You have to sign in to see this.
error-old-form-title = This page has been open a long time
error-old-form = Load the page again, and try once more.
error-too-many-title = Wait a little
error-too-many = There were many tries in a short time. Try again in { $minutes } minutes.
error-too-large = It was too much at once. Send a little less.
error-home = To the front page
form-write-something = Write something here.
form-unreadable = We could not read the form. Go back and send it once more.
form-unknown-field = The form had a field we do not know. Go back and send it once more.
form-half-sent = Only part of the form arrived. Go back and send it once more.
form-from-elsewhere = The form came from another site. We have saved nothing.
form-expired = This page has been open for a long time. Press once more.
error-invalid-title = The form was not sent
error-refused-title = That did not work now
refusal-account-closed = You have closed your account.
refusal-account-closed-remedy = Sign in again to open it.
form-unreadable-signs = The text had characters we cannot read. Please write it again.

# The nine areas of life by which a person shares.
area-housing = Housing
area-money = Money
area-body = Body
area-teeth = Teeth
area-medicines = Medicines and LAR
area-mental-health = Mental health
area-people-around = People around me
area-everyday-work = Everyday life and work
area-safety = Safety

# The six status words of the whole product.
status-not-begun = Not started
status-ongoing = Under way
status-waiting = Waiting for an answer
status-agreed = Agreed
status-done = Done
status-not-now = Not relevant now
