/// The words by which ``TellingFilter`` tells a figure of speech, in their base forms.
extension TellingFilter {
    /// Words of force that are as often said of words.
    static let figurative: Set<String> = [
        "attack", "assault", "assail", "strike", "hit", "target", "pound", "batter", "pummel", "fight", "battle",
        "clash", "skirmish", "beat", "harm", "hurt", "war", "fire", "capture", "crush", "destroy", "eliminate",
        "devastate", "silence", "gag", "rout", "blow", "retaliate", "onslaught", "offensive", "aggression",
        "violence", "raid", "storm", "ambush", "abuse", "slaughter", "annihilate", "fighting", "hostility", "burn",
        "sink", "explosion", "blast", "launch", "harass", "crucify", "starve", "bombard", "invade", "hijack", "conquer",
        "torch", "level", "massacre", "ram", "topple", "oust", "unseat", "depose", "overthrow",
    ]

    static let people: Set<String> = [
        "prisoner", "hostage", "detainee", "captive", "inmate", "fisherman", "soldier", "crew", "sailor", "journalist",
        "activist", "people", "man", "woman", "civilian", "dissident", "leader", "suspect", "national", "citizen",
        "member", "worker", "pilot", "militant", "demonstrator", "protester", "person", "child", "boy", "girl",
        "student",
        "official", "officer", "minister", "fighter", "rebel", "terrorist", "gunman", "family", "refugee", "migrant",
        "immigrant", "resident", "villager", "policeman", "police", "troop", "commander", "general", "president",
        "king",
        "ambassador", "diplomat", "priest", "monk", "bishop", "doctor", "nurse", "teacher", "driver", "tourist",
        "passenger", "dozen", "hundred", "thousand", "million", "score", "number", "many", "some", "several",
        "politician",
        "opponent", "lawyer", "judge", "writer", "blogger", "editor", "reporter", "founder", "head", "chief", "son",
        "daughter", "wife", "husband", "brother", "father", "mother", "victim", "extremist", "jihadist", "population",
        "criminal", "pirate", "smuggler", "trafficker", "spy", "agent", "employee", "staff", "other", "one", "those",
        "all", "others", "insurgent", "guerrilla", "youth", "student", "supporter", "group", "cleric", "imam",
        "minority",
        "community", "inhabitant", "settler", "colonist", "deserter", "conscript", "aide", "envoy", "adviser",
        "murderer",
    ]

    static let ownAffairs: Set<String> = [
        "make", "be", "have", "run", "go", "comment", "say", "get", "take", "do", "become", "answer", "speak", "stay",
        "think",
    ]

    static let offers: Set<String> = [
        "help", "aid", "assistance", "talk", "negotiation", "mediation", "cooperation", "troop", "money", "loan",
        "deal",
        "amnesty", "asylum", "support", "protection", "service", "reward", "incentive", "concession", "truce",
        "ceasefire",
        "peace", "dialogue", "partnership", "training", "expertise", "compensation", "training", "refuge", "guarantee",
        "assurance", "good", "office", "membership", "million", "billion", "force", "equipment", "weapon", "relief",
    ]

    /// What persons do among themselves, and states seldom with nobody named.
    static let personal: Set<String> = [
        "meet", "negotiate", "visit", "praise", "cooperate", "endorse", "express-gratitude", "attend-meeting",
        "contact",
        "voice-support", "telephone", "honour",
    ]

    /// What politics takes a stand on.
    static let matters: Set<String> = [
        "bill", "law", "plan", "proposal", "policy", "measure", "amendment", "deal", "agreement", "treaty",
        "legislation",
        "ban", "reform", "candidate", "candidacy", "nominee", "nomination", "campaign", "bid", "tax", "effort", "right",
        "idea", "move", "war", "sanction", "restriction", "cut", "increase", "intervention", "accord", "pact",
        "resolution",
        "motion", "request", "demand", "call", "claim", "allegation", "accusation", "charge", "offer", "initiative",
        "programme", "program", "strategy", "operation", "mission", "process", "solution", "invasion", "attack",
        "strike",
        "referendum", "vote", "election", "independence", "sovereignty", "integrity", "membership", "accession", "role",
        "decision", "approach", "position", "stance", "creation", "establishment", "end", "withdrawal", "release",
        "return",
        "peace", "talk", "negotiation", "ceasefire", "truce", "security", "development", "cause", "struggle",
        "movement",
        "party", "government", "regime", "system", "constitution", "budget", "package", "fund", "funding", "aid",
        "trade",
        "tariff", "wage", "abortion", "marriage", "immigration", "amnesty", "deportation", "hacking", "terrorism",
        "normalization", "normalisation", "recognition", "presence", "use", "expansion", "settlement", "occupation",
        "annexation", "extradition", "suggestion", "criticism", "notion", "argument", "statement", "report", "ruling",
        "verdict", "conclusion", "opposition", "repeal", "wall", "access", "protection", "regulation", "control",
        "act", "convention", "framework", "roadmap", "project", "appointment", "petition", "application",
        "recommendation",
        "principle", "value", "democracy", "freedom", "rights", "platform", "agenda", "cooperation", "integration",
        "enlargement", "alliance", "status", "unity", "stability", "sentence", "penalty", "force", "action", "step",
    ]

    static let forceful: Set<String> = [
        "attack", "fight", "wage-war", "torture", "capture", "shell", "repress", "mass-violence", "destroy", "bomb",
        "invade", "censor", "abduct", "overthrow", "occupy", "seize-property",
    ]

    /// What can be hit though it is no party.
    static let bodies: Set<String> = [
        "house", "home", "village", "town", "city", "building", "school", "hospital", "ship", "boat", "embassy",
        "bridge",
        "church", "mosque", "synagogue", "temple", "office", "plant", "factory", "camp", "headquarters", "farm", "base",
        "convoy", "position", "post", "checkpoint", "patrol", "soldier", "troop", "force", "police", "officer",
        "civilian",
        "people", "area", "target", "compound", "airport", "port", "market", "vehicle", "car", "bus", "train", "plane",
        "helicopter", "aircraft", "tank", "border", "island", "region", "neighbourhood", "neighborhood", "station",
        "facility", "consulate", "mission", "depot", "pipeline", "refinery", "field", "bunker", "tunnel", "journalist",
        "worker", "villager", "protester", "demonstrator", "hotel", "restaurant", "shop", "capital", "militant",
        "rebel",
        "fighter", "stronghold", "outpost", "barracks", "prison", "missile", "site", "airfield", "child", "woman",
        "man",
    ]

    static let attackers: Set<String> = [
        "attacker", "assailant", "militant", "rebel", "bomber", "fighter", "extremist", "guerrilla", "insurgent",
        "police",
        "policeman", "officer", "guard", "mob", "crowd", "militia", "force", "gang", "killer", "murderer", "settler",
        "bombing", "attack", "explosion", "blast", "fire", "strike", "bullet", "shot", "terrorism", "pirate",
        "shelling",
        "sniper", "man", "group", "student", "separatist", "commando", "squad", "agent", "plane", "jet", "violence",
    ]

    static let weapons: Set<String> = [
        "knife", "gun", "rifle", "bomb", "hammer", "machete", "axe", "grenade", "stone", "weapon", "drone", "missile",
        "rocket", "acid", "club", "stick", "kill", "wound", "injure", "die", "dead", "casualty", "soldier", "troop",
        "army",
        "artillery", "tank", "arsenal", "stockpile", "warhead", "centrifuge", "programme", "program", "arm", "silo",
        "reactor",
        "facility", "militia", "mine", "munition", "suicide", "gunman", "terrorist", "shell", "airstrike",
    ]

    static let voters = ["voters", "supporters", "electorate", "women", "Latinos", "Hispanics", "delegates"]
}
