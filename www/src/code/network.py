"""Mini-batch stochastic gradient descent with backpropagation, after Nielsen's book, chapters 1 and 2."""
import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, e) / (1.0 + e)


def sigmoid_prime(z):
    e = np.exp(-np.abs(z))
    return e / (1.0 + e) ** 2


class Network:
    def __init__(self, weights, biases):
        self.weights, self.biases = weights, biases

    def feedforward(self, x):
        zs, activations = [], [x]
        for w, b in zip(self.weights, self.biases):
            zs.append(w @ activations[-1] + b)
            activations.append(sigmoid(zs[-1]))
        return zs, activations

    def backprop(self, x, y):
        zs, activations = self.feedforward(x)
        cost = 0.5 * np.sum((activations[-1] - y) ** 2)
        delta = (activations[-1] - y) * sigmoid_prime(zs[-1])
        nabla_b, nabla_w = [delta], [np.outer(delta, activations[-2])]
        for l in range(2, len(activations)):
            delta = (self.weights[1 - l].T @ delta) * sigmoid_prime(zs[-l])
            nabla_b, nabla_w = [delta, *nabla_b], [np.outer(delta, activations[-l - 1]), *nabla_w]
        return zs, activations, cost, nabla_b, nabla_w

    def update_mini_batch(self, mini_batch, eta):
        sum_b, sum_w = [0.0 * b for b in self.biases], [0.0 * w for w in self.weights]
        for x, y in mini_batch:
            nabla_b, nabla_w = self.backprop(x, y)[-2:]
            sum_b, sum_w = [s + n for s, n in zip(sum_b, nabla_b)], [s + n for s, n in zip(sum_w, nabla_w)]
        m = len(mini_batch)
        mean_b, mean_w = [s / m for s in sum_b], [s / m for s in sum_w]
        step_b, step_w = [-eta * g for g in mean_b], [-eta * g for g in mean_w]
        self.biases = [b + d for b, d in zip(self.biases, step_b)]
        self.weights = [w + d for w, d in zip(self.weights, step_w)]

    def evaluate(self, data):
        outputs = [self.feedforward(x)[1][-1] for x, _ in data]
        return sum(np.argmax(a) == np.argmax(y) if len(a) > 1 else (a[0] >= 0.5) == (y[0] >= 0.5)
                   for a, (_, y) in zip(outputs, data))

    def sgd(self, data, epochs, size, eta, rng):
        for epoch in range(epochs):
            order = rng.permutation(len(data))
            for k in range(0, len(data), size):
                self.update_mini_batch([data[i] for i in order[k:k + size]], eta)
            print(f"Epoch {epoch}: {self.evaluate(data)} / {len(data)}")
