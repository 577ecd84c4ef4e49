import torch.nn as nn
import torch.nn.functional as F


class Dog_Classifier_FC(nn.Module):
    def __init__(self):
        super(Dog_Classifier_FC, self).__init__()
        self.hidden1 = nn.Linear(64 * 64, 128)
        self.hidden2 = nn.Linear(128, 64)
        self.out = nn.Linear(64, 10)

    def forward(self, inputs):
        inputs = inputs.reshape(-1, 4096)
        return self.out(F.relu(self.hidden2(F.relu(self.hidden1(inputs)))))


class Dog_Classifier_Conv(nn.Module):
    def __init__(self, kernel_size, stride):
        super(Dog_Classifier_Conv, self).__init__()
        self.conv1 = nn.Conv2d(3, 16, kernel_size[0], stride[0])
        self.conv2 = nn.Conv2d(16, 32, kernel_size[1], stride[1])
        self.out = nn.Linear(5408, 10)

    def forward(self, inputs):
        x = inputs.permute(0, 3, 1, 2)
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        return self.out(x.flatten(1))
