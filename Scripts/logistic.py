"""A logistic regression on standardised features with a ridge, for the training scripts. Needs numpy and scipy."""
import numpy as np
from scipy.optimize import minimize


def fit(values, marks, ridge, start=0.0, bounds=None, counts=1.0):
    """The constant and the weight of each feature.

    `values` has a row a pair and a column a feature, `marks` what each pair is (0 to 1), `counts` how often each counts; `bounds`
    the least and greatest weight of each feature, in standard deviations, None for none.
    """
    mean, spread = values.mean(0), values.std(0)
    spread[spread == 0] = 1
    scaled = (values - mean) / spread

    def loss(weights):
        odds = weights[0] + scaled @ weights[1:]
        error = counts * (1 / (1 + np.exp(-odds)) - marks)
        value = np.sum(counts * (np.logaddexp(0, odds) - marks * odds)) + 0.5 * ridge * weights[1:] @ weights[1:]
        return value, np.concatenate([[error.sum()], scaled.T @ error + ridge * weights[1:]])

    first = np.concatenate([[start], np.zeros(values.shape[1])])
    limits = [(None, None)] + bounds if bounds else None
    found = minimize(loss, first, jac=True, bounds=limits, method="L-BFGS-B", options={"maxiter": 500}).x
    weights = found[1:] / spread
    return found[0] - weights @ mean, weights
