### scope: person

passkeys-sign-in = Sign in with a passkey
passkeys-sign-in-lead = Use your finger, your face or the code of your screen.
passkeys-other-doors = Sign in another way
passkeys-failed = It did not work this time.
passkeys-failed-remedy = Try once more, or sign in another way.
passkeys-cannot = Passkeys do not work in this browser.
passkeys-own = Passkeys
passkeys-own-lead = A passkey opens Varde with your finger, your face or the code of your screen.
passkeys-account = My account
passkeys-none = You have none yet.
passkeys-made = Made { $when }
passkeys-used = Last used { $when }
passkeys-never-used = Not used yet
passkeys-remove = Remove
passkeys-add = Make a passkey
passkeys-what = What is a passkey?
passkeys-what-text = It lies on your phone. We never get it, and nobody can trick you out of it. Do not make it on a screen you share. Is the phone gone? Remove the key here.

refusal-passkeys-not-known = We did not know this passkey.
refusal-passkeys-not-known-remedy = Try once more, or sign in another way.
refusal-passkeys-not-added = The passkey was not made.
refusal-passkeys-not-added-remedy = Try once more.
refusal-passkeys-too-many = You have ten passkeys already.
refusal-passkeys-too-many-remedy = Remove one that you do not use.

## scope: person
# What was done, as the person reads it in the log of who has looked.
passkeys-log = Looked at your passkeys
passkeys-log-add-passkey = Added a passkey
passkeys-log-ask-new-passkey = Asked for a new passkey
passkeys-log-ask-passkey = Asked for the passkey
passkeys-log-remove-passkey = Removed a passkey
passkeys-log-sign-in-passkey = Came in with the passkey
