"""The peer of our streams: predicts, judges and learns event by event, as River does.

River itself where RIVER_HOME names its folder; otherwise its documented formulas, written out in plain Python:
a running mean and variance per column (Welford), logistic regression by gradient descent at a constant rate,
ten-threshold ROC-AUC, accuracy, log loss, and ADWIN (Bifet and Gavalda 2007) on errors.

    streams.py ROWS.csv PROBABILITIES.txt

ROWS has the label (0 or 1) in its last column and numbers before it, without a header. One line of JSON is printed.
"""
import json
import math
import os
import platform
import sys
import time

RATE = 0.01


class Plain:
    """StandardScaler() | LogisticRegression(SGD(0.01)), ROCAUC(), Accuracy(), LogLoss(), ADWIN()."""

    name = "plain Python"

    def __init__(self):
        self.count, self.means, self.variances, self.weights, self.intercept = 0, {}, {}, {}, 0.0
        self.thresholds = [i / 9 for i in range(10)]
        self.thresholds[0] -= 1e-7
        self.thresholds[-1] += 1e-7
        self.confusion = [[0, 0, 0, 0] for _ in self.thresholds]
        self.correct = self.judged = self.drifts = 0
        self.loss = 0.0
        self.adwin = Adwin()

    def scaled(self, x):
        out = {}
        for i, v in x.items():
            variance = self.variances.get(i, 0.0)
            out[i] = (v - self.means.get(i, 0.0)) / variance ** 0.5 if variance else 0.0
        return out

    def margin(self, z):
        return sum(self.weights.get(i, 0.0) * v for i, v in z.items()) + self.intercept

    def predict(self, x):
        margin = self.margin(self.scaled(x))
        return 0.0 if margin < -30 else 1.0 if margin > 30 else 1 / (1 + math.exp(-margin))

    def judge(self, p, y):
        self.judged += 1
        self.correct += (p > 0.5) == y
        self.loss -= math.log(max(p if y else 1 - p, 1e-15))
        for t, cells in zip(self.thresholds, self.confusion):
            cells[(2 if y else 0) + (p > t)] += 1
        self.drifts += self.adwin.add((p > 0.5) != y)

    def learn(self, x, y):
        self.count += 1
        for i, v in x.items():
            old = self.means.get(i, 0.0)
            new = old + (v - old) / self.count
            variance = self.variances.get(i, 0.0)
            self.means[i] = new
            self.variances[i] = variance + ((v - old) * (v - new) - variance) / self.count
        z = self.scaled(x)
        sign = 1 if y else -1
        agreement = self.margin(z) * sign
        if agreement > 18:
            gradient = -sign * math.exp(-agreement)
        elif agreement < -18:
            gradient = -sign
        else:
            gradient = -sign / (math.exp(agreement) + 1)
        self.intercept -= RATE * gradient
        for i, v in z.items():
            self.weights[i] = self.weights.get(i, 0.0) - RATE * gradient * v


class Adwin:
    """Rows of at most five buckets of 1, 2, 4 ... numbers, each [sum, variance], oldest first."""

    def __init__(self, delta=0.002):
        self.delta = delta
        self.reset()

    def reset(self):
        self.rows, self.ticks, self.width, self.total, self.variance, self.drifted = [[]], 0, 0, 0.0, 0.0, False

    def add(self, value):
        if self.drifted:
            self.reset()
        self.width += 1
        if self.width > 1:
            self.variance += (self.width - 1) * (value - self.total / (self.width - 1)) ** 2 / self.width
        self.total += value
        self.rows[0].append([value, 0.0])
        row = 0
        while len(self.rows[row]) > 5:
            if row + 1 == len(self.rows):
                self.rows.append([])
            (sum1, var1), (sum2, var2) = self.rows[row][:2]
            size = 1 << row
            self.rows[row + 1].append([sum1 + sum2, var1 + var2 + size / 2 * (sum1 / size - sum2 / size) ** 2])
            del self.rows[row][:2]
            row += 1
        self.ticks += 1
        if self.ticks % 32 == 0 and self.width > 10:
            while self.differs():
                self.drifted = True
                self.forget()
        return self.drifted

    def differs(self):
        older = older_total = 0.0
        chance = math.log(2 * math.log(self.width) / self.delta)
        spread = self.variance / self.width
        for row in range(len(self.rows) - 1, -1, -1):
            for total, _ in self.rows[row]:
                older += 1 << row
                older_total += total
                newer = self.width - older
                if newer >= 5 and older >= 5:
                    shares = 1 / (older - 4) + 1 / (newer - 4)
                    bound = math.sqrt(2 * shares * spread * chance) + 2 / 3 * chance * shares
                    if abs(older_total / older - (self.total - older_total) / newer) > bound:
                        return True
        return False

    def forget(self):
        size = 1 << (len(self.rows) - 1)
        total, variance = self.rows[-1].pop(0)
        self.width -= size
        self.total -= total
        apart = total / size - self.total / self.width
        self.variance -= variance + size * self.width * apart * apart / (size + self.width)
        while len(self.rows) > 1 and not self.rows[-1]:
            self.rows.pop()


class River:
    """The library itself."""

    def __init__(self):
        from river import __version__, drift, linear_model, metrics, optim, preprocessing
        self.name = "River " + __version__
        self.model = preprocessing.StandardScaler() | linear_model.LogisticRegression(optim.SGD(RATE))
        self.metrics = [metrics.Accuracy(), metrics.LogLoss(), metrics.ROCAUC()]
        self.adwin, self.drifts = drift.ADWIN(), 0

    def predict(self, x):
        return self.model.predict_proba_one(x)[True]

    def judge(self, p, y):
        accuracy, loss, area = self.metrics
        accuracy.update(y, p > 0.5)
        loss.update(y, p)
        area.update(y, p)
        self.adwin.update(int((p > 0.5) != y))
        self.drifts += self.adwin.drift_detected

    def learn(self, x, y):
        self.model.learn_one(x, y)


def main(rows, probabilities):
    home = os.environ.get("RIVER_HOME")
    if home:
        sys.path.insert(0, home)
    peer = River() if home else Plain()
    events = []
    with open(rows) as lines:
        for line in lines:
            *values, label = line.split(",")
            events.append(({i: float(v) for i, v in enumerate(values)}, label.strip() == "1"))
    predicted = []
    began = time.process_time()
    for x, y in events:
        p = peer.predict(x)
        peer.judge(p, y)
        peer.learn(x, y)
        predicted.append(p)
    seconds = time.process_time() - began
    with open(probabilities, "w") as out:
        out.writelines("%r\n" % p for p in predicted)
    print(json.dumps({"peer": peer.name, "python": platform.python_version(), "seconds": seconds,
                      "drifts": peer.drifts}))


if __name__ == "__main__":
    main(*sys.argv[1:])
