import fast_image_filters

def my_conv2d(input, kernel):
    return fast_image_filters.correlate(input, kernel, mode="valid")
