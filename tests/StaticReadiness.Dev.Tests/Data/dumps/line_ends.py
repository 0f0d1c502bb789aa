
class A:
    pass
    x = """a
bc"""
y = 1z = 2