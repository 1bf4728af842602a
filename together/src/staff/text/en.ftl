### scope: staff

staff-setup = Set-up
staff-setup-more = More
staff-changes = Changes
staff-choose = Choose

staff-panel-organisations = Organisations and access
staff-panel-count = { $organisations ->
    [one] 1 organisation
   *[other] { $organisations } organisations
  }, { $people ->
    [one] 1 with access.
   *[other] { $people } with access.
  }
staff-panel-desks = Who answers when somebody asks for help
staff-panel-desks-detail = Opening hours, needs and duty.
staff-panel-changes-detail = Who gave access to whom, and when.

staff-welcome = Welcome
staff-welcome-lead = Choose a PIN and press the button. The link works once, for { $days } days.
staff-welcome-open = Open the account
staff-join-question = Are you { $name }?
staff-join = Yes, this is my other job
staff-join-help = Write the PIN you have already. Then you can switch between the jobs.
staff-pin = PIN
staff-pin-choose = Choose a PIN
staff-pin-change = Change PIN
staff-pin-old = The PIN you have now
staff-pin-new = New PIN
staff-pin-again = Write it once more
staff-pin-help = At least six signs. Not 123456, and not one sign again and again.
staff-pin-weak = Choose a PIN that is harder to guess.
staff-pin-differs = Write the same PIN twice.
staff-pin-wrong = The PIN is not right. Try once more.
staff-pin-chosen = Chosen { $when }.
staff-pin-none = You have none yet.

staff-sign-in = Sign in as an employee
staff-sign-in-lead = For you who work here.
staff-sign-in-passkey = Sign in with a passkey
staff-sign-in-code = With a code from a colleague
staff-sign-in-code-lead = A colleague who is signed in makes the code under “My account”. You use your own PIN.
staff-sign-in-open = Sign in
staff-sign-in-stuck = Cannot get in? Ask whoever gives access at your place for a new link.
staff-code = Code
staff-code-help = Eight digits.
staff-code-make = Code for a colleague
staff-code-make-detail = When somebody stands beside you and cannot get in.
staff-notices = Notices
staff-notices-detail = Be told when something waits for you.
staff-code-make-lead = Only for somebody you know and see now. It works for { $minutes } minutes, with your colleague’s own PIN.
staff-code-make-do = Make a code
staff-code-who = Who is it for?
staff-code-nobody = Nobody else has access here yet.
staff-code-made = Code for { $name }
staff-code-made-lead = Say it now. It works once, for { $minutes } minutes.

staff-own = My account
staff-lock = Lock the screen
staff-locked = The screen is locked
staff-locked-lead = Write your PIN. Five wrong ones sign you out.
staff-unlock = Unlock
staff-locked-stuck = Is it not yours? Press Sign out.
staff-doors = How you get in
staff-passkeys = Passkeys
staff-passkeys-detail = Sign in with finger, face or security key.
staff-sessions = Where you are signed in
staff-session-since = Since { $when }
staff-session-until = Ends { $when }.
staff-session-here = This screen.
staff-session-end = End
staff-session-end-one = End the one from { $when }
staff-switch = Working now as
staff-switch-now = Now: { $work }. Switch to:
staff-facts = What we know about you at work
staff-facts-wrong = Not right? Tell whoever gives access at your place.

staff-organisations = Organisations
staff-organisations-closed = Closed
staff-organisation-new = New organisation
staff-organisation-change = Change the organisation
staff-organisation-close = Close the organisation
staff-organisation-close-lead = Everyone who works there loses access at once.
staff-organisation-reopen = Open again
staff-organisation-reopen-lead = Nobody gets access back by itself. Invite them again.
staff-organisation-is-closed = Closed. Nobody has access from here.
staff-count = { $n ->
    [one] 1 with access
   *[other] { $n } with access
  }
staff-about = About the organisation
staff-change = Change
staff-at-work = Have access
staff-at-work-nobody = Nobody has access from here yet.
staff-waiting = Invited, waiting
staff-ended = Have left
staff-from = From { $from }
staff-from-until = From { $from } to { $until }
staff-ended-on = Access ended { $date }.
staff-link-open = The link works until { $when }
staff-link-ended = The link ended { $when }
staff-withdraw = Take back
staff-withdraw-for = Take back the invitation of { $name }
staff-new-link = New link
staff-new-link-for = New link for { $name }

staff-invite = Invite an employee
staff-invite-lead = Access is for { $place }, in one role.
staff-invite-do = Make the link
staff-field-name = Name
staff-field-title = Title
staff-field-title-help = As others know it, for instance nurse.
staff-field-role = Role
staff-field-role-help = The role decides what somebody may see, if the person shares it.
staff-field-phone = Phone
staff-field-phone-help = A number people can call.
staff-field-own-phone-help = Number at work. Persons and colleagues see it.
staff-field-department = Department
staff-field-from = First day
staff-field-from-help = Empty means today.
staff-field-from-past = Choose today or a day to come.
staff-field-until = Last day
staff-field-until-help = Access ends by itself. Empty means that somebody must end it.
staff-field-until-first = The last day cannot be before the first, or before today.
staff-field-until-far = Choose a day within the next two years.
staff-attestation = For the log
staff-attestation-help = This stands in the log when somebody looks. Fill in what applies.
staff-field-hpr = HPR number
staff-field-hpr-wrong = An HPR number has digits only, five to nine of them.
staff-field-authorisation = Authorisation
staff-field-entity = Legal entity
staff-field-entity-wrong = The number has nine digits. See whether one is wrong.
staff-field-place = Point of care
staff-field-number = Organisation number
staff-field-number-help = Nine digits, if you have one.
staff-field-organisation-name = Name of the organisation
staff-field-organisation-name-help = As people know it.
staff-field-name-taken = Another organisation has this name. Write one that tells them apart.
staff-field-kind = Kind of organisation
staff-field-kind-help = It decides which roles fit. It cannot be changed afterwards.
staff-field-kind-stays = The kind of organisation cannot be changed. Make a new one.
staff-field-municipality = Municipality
staff-field-municipality-several = Several municipalities, or the state
staff-locked-out = Cannot get in?
staff-locked-out-lead = Make a code if they have a PIN. Make a new link if PIN and passkey are gone. Then all old keys stop working.
staff-end = End access
staff-end-lead = Access ends at once, on every screen.
staff-end-do = End now
staff-link = The link is ready
staff-link-lead = It is shown only now, and works for { $days } days.
staff-link-hand-over = Give it to them face to face. Do not send it by e-mail.
staff-link-once = It works once.
staff-link-pin = Whoever uses it chooses their own PIN.
staff-print = Print

staff-changes-lead = What administrators have done with access. Nothing about those you help stands here.
staff-changes-none = Nobody has changed anything yet.
staff-changes-older = Show older
staff-change-nobody = From the server, or with a link
staff-change-organisation-made = New organisation
staff-change-organisation-changed = Organisation changed
staff-change-organisation-closed = Organisation closed
staff-change-organisation-reopened = Organisation opened again
staff-change-invited = Invited
staff-change-withdrawn = Invitation taken back
staff-change-taken = Invitation used
staff-change-changed = Access changed
staff-change-ended = Access ended
staff-change-new-link = New link made
staff-change-doors-anew = New link used, old keys do not work
staff-change-code = Code made for a colleague
staff-change-desk = Who answers was changed

refusal-staff-link = This link cannot be used.
refusal-staff-link-remedy = It has been used, is too old or is written wrongly. Ask for a new one.
refusal-staff-not-yet = Access has not begun.
refusal-staff-not-yet-remedy = Use the link on the day you begin.
refusal-staff-ended = Access has ended.
refusal-staff-ended-remedy = Invite them again if they come back.
refusal-staff-wrong = The code or the PIN is not right.
refusal-staff-wrong-remedy = Look at both once more, or ask for a new code.
refusal-staff-too-many = There were many tries in a short time.
refusal-staff-too-many-remedy = Wait a quarter of an hour, and try again.
refusal-staff-not-yours = You do not set up this organisation.
refusal-staff-not-yours-remedy = Ask the administrator of the municipality.
refusal-staff-role-elsewhere = The role does not fit in this organisation.
refusal-staff-role-elsewhere-remedy = Choose another role, or invite from another organisation.
refusal-staff-last-admin = Then nobody could give access.
refusal-staff-last-admin-remedy = Invite another administrator first.
refusal-staff-over = The invitation does not wait any more.
refusal-staff-over-remedy = Load the page again to see how it stands.
refusal-staff-closed = The organisation is closed.
refusal-staff-closed-remedy = Open it again before you invite.

staff-kind-municipality = The municipality
staff-kind-mo-centre = Reception and follow-up centre
staff-kind-gp-office = GP practice
staff-kind-nav = NAV office
staff-kind-lar-clinic = LAR clinic
staff-kind-lar-outlet = LAR outlet of the municipality
staff-kind-pharmacy = Pharmacy
staff-kind-detox = Detoxification
staff-kind-tsb-clinic = Outpatient clinic for dependence
staff-kind-consumption-room = Consumption room
staff-kind-drug-checking = Drug checking
staff-kind-outreach = Outreach team
staff-kind-housing = Housing team
staff-kind-dental = Dental clinic
staff-kind-voluntary = Voluntary organisation
staff-kind-advisory-unit = Advisory unit

staff-role-volunteer = Volunteer or peer
staff-role-coordinator = Coordinator
staff-role-mo-nurse = Follows up at the centre
staff-role-gp = General practitioner
staff-role-nav = Caseworker in NAV
staff-role-lar-doctor = Doctor in LAR
staff-role-lar-outlet = Hands out LAR medicine
staff-role-pharmacy = Serves at the pharmacy
staff-role-detox-nurse = Nurse in detoxification
staff-role-tsb = Clinician in the outpatient clinic
staff-role-room-staff = Works in the consumption room
staff-role-drug-checker = Analyses samples
staff-role-outreach = Meets people outside
staff-role-housing = Follows up in housing
staff-role-dental = Dental health
staff-role-child-responsible = Responsible for children
staff-role-advisory-unit = Adviser in the advisory unit
staff-role-leader = Leader
staff-role-privacy-contact = Privacy contact
staff-role-admin = Administrator

## scope: person
# What was done, as the person reads it in the log of who has looked.
staff-log = Saw who works here
staff-log-choose-pin = Changed who works here
staff-log-close-organisation = Changed who works here
staff-log-end-session = Changed who works here
staff-log-invite = Changed who works here
staff-log-invite-admin = Changed who works here
staff-log-lock = Changed who works here
staff-log-make-code = Changed who works here
staff-log-redeem-invitation = Changed who works here
staff-log-sign-in-staff = Changed who works here
staff-log-switch-job = Changed who works here
staff-log-unlock = Changed who works here
staff-log-withdraw-invitation = Changed who works here
