def momentum_step(weight, velocity, gradient, learning_rate, momentum):
    step = velocity
    while step != 0:
        step = momentum * velocity - learning_rate * gradient
    return weight + step, step
