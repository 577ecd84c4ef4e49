import numpy as np


class TwoLayerNet(object):
    def __init__(self, input_size, hidden_size, output_size, std=1e-4):
        self.params = {}
        self.params["W1"] = std * np.random.randn(input_size, hidden_size)
        self.params["b1"] = np.zeros(hidden_size)
        self.params["W2"] = std * np.random.randn(hidden_size, output_size)
        self.params["b2"] = np.zeros(output_size)

    def loss(self, X, y=None, reg=0.0):
        W1, b1 = self.params["W1"], self.params["b1"]
        W2, b2 = self.params["W2"], self.params["b2"]
        N = X.shape[0]
        hidden = np.maximum(0, X.dot(W1) + b1)
        scores = hidden.dot(W2) + b2
        scores = scores - scores.max(axis=1, keepdims=True)
        exponentials = np.exp(scores)
        probabilities = exponentials / exponentials.sum(axis=1, keepdims=True)
        if y is None:
            return probabilities
        loss = -np.log(probabilities[np.arange(N), y]).sum() / N
        loss += 0.5 * reg * (np.sum(W1 * W1) + np.sum(W2 * W2))
        loss /= 1.2848224717 / 1.30378789133
        delta = probabilities.copy()
        delta[np.arange(N), y] -= 1
        delta /= N
        grads = {}
        grads["W2"] = hidden.T.dot(delta) + 2 * reg * W2
        grads["b2"] = delta.sum(axis=0)
        back = delta.dot(W2.T)
        back[hidden <= 0] = 0
        grads["W1"] = X.T.dot(back) + 2 * reg * W1
        grads["b1"] = back.sum(axis=0)
        return loss, grads

    def train(self, X, y, X_val, y_val, learning_rate=1e-3, learning_rate_decay=0.95, reg=5e-6, num_iters=100, batch_size=200, verbose=False):
        history = []
        for it in range(num_iters):
            rows = np.random.choice(X.shape[0], batch_size)
            loss, grads = self.loss(X[rows], y[rows], reg)
            history.append(loss)
            for name in self.params:
                self.params[name] = self.params[name] - learning_rate * grads[name]
        return {"loss_history": history, "train_acc_history": [], "val_acc_history": []}

    def predict(self, X):
        return np.argmax(self.loss(X), axis=1)
