import torch
import torch.nn as nn
import torch.optim as optim
from torch.utils.data import DataLoader
from torchvision import datasets
import numpy as np


def run_model(model, running_mode='train', train_set=None, valid_set=None, test_set=None,
              batch_size=1, learning_rate=0.01, n_epochs=1, stop_thr=1e-4, shuffle=True):
    if running_mode == 'train':
        optimizer = optim.SGD(model.parameters(), lr=learning_rate)
        loader = DataLoader(train_set, batch_size, shuffle=shuffle)
        loss, acc = {'train': [], 'valid': []}, {'train': [], 'valid': []}
        before = None
        for _ in range(n_epochs):
            model, one, right = _train(model, loader, optimizer)
            loss['train'].append(one)
            acc['train'].append(right)
            if valid_set is not None:
                one, right = _test(model, DataLoader(valid_set, batch_size, shuffle=shuffle))
                loss['valid'].append(one)
                acc['valid'].append(right)
                if before is not None and abs(before - one) < stop_thr:
                    break
                before = one
        return model, loss, acc
    return _test(model, DataLoader(test_set, batch_size, shuffle=shuffle))


def _train(model, data_loader, optimizer, device=torch.device('cpu')):
    model.train()
    total, right, count = 0.0, 0, 0
    for inputs, labels in data_loader:
        optimizer.zero_grad()
        output = model(inputs.float())
        loss = nn.CrossEntropyLoss()(output, labels.long())
        loss.backward()
        optimizer.step()
        total += loss.item()
        right += (output.argmax(dim=1) == labels).sum().item()
        count += len(labels)
    return model, total / len(data_loader), 100 * right / count


def _test(model, data_loader, device=torch.device('cpu')):
    model.eval()
    total, right, count = 0.0, 0, 0
    with torch.no_grad():
        for inputs, labels in data_loader:
            output = model(inputs.float())
            total += nn.CrossEntropyLoss()(output, labels.long()).item() * len(labels)
            right += (output.argmax(dim=1) == labels).sum().item()
            count += len(labels)
    return total / count, 100 * right / count
