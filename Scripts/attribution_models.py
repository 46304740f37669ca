"""The sums that Scripts/train_attribution.py learns: features, measures, and logistic regression over them."""
import numpy as np
from scipy import sparse
from scipy.optimize import minimize

MIN_COUNT = {"accept": 10, "content": 10, "source": 10, "cue": 10, "token": 10}
L2 = {"accept": 8.0, "content": 6.0, "source": 6.0, "cue": 6.0, "token": 3.0}
STEPS, TOKEN_STEPS = 60, 40
# How sharply the best option is to be told from the next, by the share of tokens.
SHARPNESS = 8
# What is added to the bias: an answer is worth giving below even odds, as F1 has it.
THRESHOLD = {"accept": 0.92, "content": 0.0, "source": 0.0, "cue": 0.6}
# Weights nearer to zero are left out of the table.
LEAST, TOKEN_LEAST = 0.02, 0.06


# What the tokens by themselves say: as TokenMarks.swift.

def log_odds(share, limit=8.0):
    share = np.clip(share, 0.002, 0.998)
    return np.clip(np.log(share / (1 - share)), -limit, limit)


CONTENT = ("*overlap *overlap-odds *sum *mean *tail *inside *missed "
           "*first *before *before-2 *last *after *after-2").split()
SOURCE = "*overlap *overlap-odds *sum *most *first *before *last *after *none".split()
CUE = "*cue *cue-most *cue-least *cue-in-content *cue-in-source".split()
ACCEPT = (CUE + ["content:" + name for name in CONTENT] + ["*content-half", "*content-overlap"]
          + ["source:" + name for name in SOURCE] + ["*source-half", "*source-likely"])


def at(share, index):
    return share[index] if 0 <= index < len(share) else 0.0


def measure_content(share, words, total):
    if not len(words):
        return np.zeros(len(CONTENT))
    shares = share[words]
    odds = log_odds(shares, 3)
    inside = shares.sum()
    missed = max(0.0, total - inside)
    overlap = inside / (len(words) + missed)
    first, last = words[0], words[-1]
    return np.array([
        3 * overlap, log_odds(overlap), odds.sum() / 10, odds.mean(), odds[-4:].mean(), inside / len(words), missed / 10,
        2 * at(share, first), 2 * at(share, first - 1), 2 * at(share, first - 2),
        2 * at(share, last), 2 * at(share, last + 1), 2 * at(share, last + 2)])


def measure_source(share, words, total):
    if not len(words):
        return np.array([0, 0, -total / 3, 0, 0, 0, 0, 0, 1 - min(1.0, total)])
    shares = share[words]
    odds = log_odds(shares, 3)
    inside = shares.sum()
    overlap = inside / (len(words) + max(0.0, total - inside))
    first, last = words[0], words[-1]
    return np.array([
        3 * overlap, log_odds(overlap) / 2, odds.sum() / 4, odds.max() / 2,
        2 * at(share, first), 2 * at(share, first - 1), 2 * at(share, last), 2 * at(share, last + 1), 0])


def measure_cue(shares, words):
    if not len(words):
        return np.zeros(len(CUE))
    odds = log_odds(shares[words, 2], 4)
    return np.array([odds.mean(), odds.max(), odds.min(), 2 * shares[words, 3].mean(), 2 * shares[words, 1].mean()])


def total(share, options):
    words = {int(t) for o in options for t in o["tokens"]}
    return float(sum(share[t] for t in words))


def measure(documents):
    for document in documents:
        shares = document["shares"]
        for candidate in document["candidates"]:
            candidate["cue"]["measures"] = measure_cue(shares, candidate["cue"]["tokens"])
            for group in candidate["cueGroups"]:
                group["measures"] = measure_cue(shares, group["tokens"])
            for role, column, measured in (("contents", 3, measure_content), ("sources", 1, measure_source)):
                share = shares[:, column]
                whole = total(share, candidate[role])
                for option in candidate[role]:
                    option["measures"] = measured(share, option["tokens"], whole)


class Table:
    """Lists of features as a matrix; those seen seldom are left out."""

    def __init__(self, least, names):
        self.least, self.names = least, names

    def fit(self, lists):
        counts = np.bincount(np.concatenate(lists)) if len(lists) else np.zeros(0, int)
        self.kept = np.flatnonzero(counts >= self.least)
        self.column = np.full(max(1, len(counts)), -1, np.int32)
        self.column[self.kept] = np.arange(len(self.kept))
        return self

    def matrix(self, lists, dtype=np.float64):
        sizes = np.fromiter((len(f) for f in lists), np.int64, len(lists))
        joined = np.concatenate(lists) if len(lists) else np.zeros(0, np.int32)
        columns = np.where(joined < len(self.column), self.column[np.minimum(joined, len(self.column) - 1)], -1)
        kept = columns >= 0
        row = np.repeat(np.arange(len(lists)), sizes)[kept]
        starts = np.append(0, np.cumsum(np.bincount(row, minlength=len(lists))))
        return sparse.csr_matrix((np.ones(int(kept.sum()), dtype), columns[kept], starts),
                                 shape=(len(lists), len(self.kept)))


def least_loss(function, size, steps):
    return minimize(function, np.zeros(size), jac=True, method="L-BFGS-B", options={"maxiter": steps}).x


class Logistic:
    """A sum of weights of features and measures."""

    def __init__(self, question, names, measures):
        self.question, self.measures = question, measures
        self.table = Table(MIN_COUNT[question], names)

    def matrix(self, lists, measures):
        dense = np.column_stack([np.ones(len(lists)), np.array(measures).reshape(len(lists), len(self.measures))])
        return sparse.hstack([self.table.matrix(lists), sparse.csr_matrix(dense)]).tocsr()

    def scores(self, lists, measures):
        return self.matrix(lists, measures) @ self.found if len(lists) else np.zeros(0)

    def fit_binary(self, lists, measures, labels):
        self.table.fit(lists)
        x, y = self.matrix(lists, measures), np.array(labels, float)
        xt = x.T.tocsr()
        bias = len(self.table.kept)

        def loss(w):
            z = x @ w
            held = w.copy()
            held[bias] = 0
            gradient = xt @ (1 / (1 + np.exp(-z)) - y) + L2[self.question] * held
            return (np.logaddexp(0, z) - y * z).sum() + 0.5 * L2[self.question] * (held @ held), gradient
        self.found = least_loss(loss, x.shape[1], STEPS)
        return self

    def fit_choice(self, groups):
        """groups: lists of (features, measures, gain); a softmax is drawn towards the options with the greatest gain."""
        groups = [g for g in groups if len(g) > 1 and max(gain for _, _, gain in g) > 0]
        lists = [f for g in groups for f, _, _ in g]
        self.table.fit(lists)
        x = self.matrix(lists, [m for g in groups for _, m, _ in g])
        xt = x.T.tocsr()
        sizes = np.array([len(g) for g in groups])
        starts = np.append(0, np.cumsum(sizes)[:-1])
        group = np.repeat(np.arange(len(groups)), sizes)
        target = []
        for g in groups:
            gains = np.array([gain for _, _, gain in g])
            e = np.exp(SHARPNESS * (gains - gains.max()))
            target.append(e / e.sum())
        target = np.concatenate(target)

        def loss(w):
            z = x @ w
            z -= np.maximum.reduceat(z, starts)[group]
            e = np.exp(z)
            whole = np.add.reduceat(e, starts)[group]
            gradient = xt @ (e / whole - target) + L2[self.question] * w
            return -(target * (z - np.log(whole))).sum() + 0.5 * L2[self.question] * (w @ w), gradient
        self.found = least_loss(loss, x.shape[1], STEPS)
        return self

    def finished(self):
        """Rounds and prunes the weights as they are written, and sets the threshold off against the bias."""
        bias = len(self.table.kept)
        self.found = np.where(np.abs(self.found) >= LEAST, self.found, 0)
        self.found[bias] += THRESHOLD[self.question]
        self.found = np.round(self.found, 2)
        return self

    def weights(self, names):
        labels = [names(n) for n in self.table.kept] + ["bias"] + self.measures
        return {label: w for label, w in zip(labels, self.found) if w}


class TokenRoles:
    """Which role a token has by itself: multinomial logistic regression."""

    def fit(self, documents):
        lists = [f for d in documents for f in d["tokens"]]
        self.table = Table(MIN_COUNT["token"], None).fit(lists)
        x = self.table.matrix(lists, np.float32)
        xt = x.T.tocsr()
        y = np.concatenate([d["roles"] for d in documents])
        rank = np.arange(len(y))
        given = np.zeros((len(y), 4), np.float32)
        given[rank, y] = 1

        def loss(w):
            z = x @ w.reshape(-1, 4).astype(np.float32)
            z -= z.max(1, keepdims=True)
            e = np.exp(z)
            whole = e.sum(1, keepdims=True)
            gradient = (xt @ (e / whole - given)).astype(np.float64).ravel() + L2["token"] * w
            right = -(z[rank, y] - np.log(whole[:, 0])).sum(dtype=np.float64)
            return right + 0.5 * L2["token"] * (w @ w), gradient
        self.found = least_loss(loss, x.shape[1] * 4, TOKEN_STEPS).reshape(-1, 4)
        return self

    def finished(self):
        self.found = np.round(self.found - self.found[:, :1], 2)
        self.found[np.abs(self.found).max(1) < TOKEN_LEAST] = 0
        return self

    def apply(self, documents):
        w = self.found.astype(np.float32)
        for document in documents:
            z = self.table.matrix(document["tokens"], np.float32) @ w
            e = np.exp(z - z.max(1, keepdims=True))
            document["shares"] = (e / e.sum(1, keepdims=True)).astype(np.float64)
        measure(documents)
