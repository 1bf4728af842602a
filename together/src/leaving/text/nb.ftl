### scope: person
